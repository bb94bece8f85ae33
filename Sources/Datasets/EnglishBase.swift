import CShippedData
import Descent

/// The letter model that lessons 29–34 start from: it has read English words, and nothing else.
///
/// Pre-training is 600 steps of 64 words out of 40,000 (0.96 epochs): Adam, a rate that warms up to 5·10⁻³ over 50 steps
/// and falls along half a cosine to 0, the gradient's norm clipped to 1, the mean cross-entropy over letters and closing
/// boundaries. It is part of the program; the same command makes it again, the same bytes on the same kind of processor.
///
/// Another kind adds up in another order. That changes a loss by 3·10⁻⁷ at most, until for one letter the sum before a
/// ReLU lies so near to 0 that its sign is rounding: there the gradients part. Seed 3 is the first of which no such sum
/// parts six kinds of OpenBLAS kernels within 100 steps; the paths of seeds 0 to 2 part after 62, 56 and 13.
///
/// ```swift
/// let model = try EnglishBase.load().model()
/// print(Letters.bits(of: try EnglishBase.task(seed: 3).test) { model($0, at: $1) })  // 3.08
/// ```
public struct EnglishBase: Sendable, Equatable {
  /// The model's numbers.
  public let state: ModelState
  /// The seed of the first weights and of the order of the words.
  public let seed: UInt64
  /// How many steps were made.
  public let steps: Int
  /// The losses of the first 100 steps, in nats: what another processor must agree with.
  public let firstLosses: [Double]
  /// Bits per character on the 1,000 English words that it has not read.
  public let bits: Double

  /// A model of its own with these numbers.
  public func model() -> LetterModel {
    let model = Self.untrainedModel(using: RandomGenerator(seed: seed))
    model.state = state
    return model
  }

  /// The English words as a task: 40,000 to learn from and 1,000 to test by, the same for all seeds.
  public static func task(seed: UInt64) throws -> LetterTask {
    let parts = try WordList.load(.english).split(test: 1000)
    return LetterTask(
      training: Array(parts.rest.prefix(40_000)), test: parts.test, generator: RandomGenerator(seed: seed))
  }

  /// Pre-trains a model; a run of another length has its own cosine, and warms up over at most a quarter of it.
  ///
  /// - Precondition: `steps` is not negative.
  public static func train(seed: UInt64 = 3, steps: Int = 600) throws -> EnglishBase {
    let task = try task(seed: seed)
    var generator = task.generator
    let model = LetterModel(using: &generator)
    let warmUp = min(50, steps / 4)
    let rate = CosineAnnealing(initial: 5e-3, steps: max(steps - warmUp, 1)).warmedUp(over: warmUp)
    var optimizer = Adam(learningRate: 5e-3)
    let log = task.train(
      model, with: &optimizer, batchSize: 64, steps: steps, schedule: .perStep(rate), clipping: .globalNorm(1),
      using: &generator
    ) { model($0, at: $1) }
    return EnglishBase(
      state: model.state, seed: seed, steps: steps, firstLosses: Array(log.losses.prefix(100)),
      bits: Letters.bits(of: task.test) { model($0, at: $1) })
  }
}

// MARK: - As a file

extension EnglishBase {
  /// Reads the shipped base, or one of your own that ``encoded()`` wrote; throws `DataFileError` for anything else.
  public static func load(path: String? = nil) throws -> EnglishBase {
    let shipped = englishBaseFile()
    return try EnglishBase(
      decoding: path.map(bytes(ofFile:)) ?? shipped.contents, name: path ?? String(cString: shipped.name))
  }

  /// Reads a base from bytes in memory; messages call them `name`.
  public init(decoding bytes: [UInt8], name: String) throws {
    func refusal(_ found: String) -> DataFileError {
      DataFileError(file: name, expected: "a base that the program EnglishBase wrote", found: found)
    }
    do {
      let file = try SafeTensors(decoding: bytes)
      func number<Number: LosslessStringConvertible>(_ key: String) throws -> Number {
        guard let text = file.metadata[key], let number = Number(text) else {
          throw refusal("\(key) = \(file.metadata[key] ?? "nothing") in its metadata")
        }
        return number
      }
      (seed, steps, bits) = (try number("seed"), try number("steps"), try number("bits"))
      let losses = file.metadata["losses", default: ""].split(separator: " ").map { Double($0) }
      guard losses.count == min(steps, 100), !losses.contains(nil) else {
        throw refusal("losses = \(file.metadata["losses"] ?? "nothing") in its metadata")
      }
      firstLosses = losses.compactMap(\.self)
      state = try file.state(like: Self.untrainedModel(using: RandomGenerator(seed: 0)).state)
    } catch let error as SafeTensorsError {
      throw refusal("a file that has another form: \(error.reason)")
    }
  }

  /// The bytes of a safetensors file, 77 kB of numbers; how it was made stands in its metadata.
  public func encoded() -> [UInt8] {
    SafeTensors(
      state,
      metadata: [
        "command": "swift run EnglishBase --seed \(seed) --steps \(steps) --write english-base.safetensors",
        "seed": "\(seed)", "steps": "\(steps)", "bits": "\(bits)",
        "losses": firstLosses.map { "\($0)" }.joined(separator: " "),
      ]
    ).encoded()
  }

  private static func untrainedModel(using generator: RandomGenerator) -> LetterModel {
    var generator = generator
    return LetterModel(using: &generator)
  }
}

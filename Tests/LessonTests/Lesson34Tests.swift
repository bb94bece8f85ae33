import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson34

@Suite("Lesson 34 · Prefix-tuning") struct Lesson34Tests {
  private func runs(_ jobs: [(method: Method, rate: Double)], _ property: Property, steps: Int = 150) async throws
    -> [Run]
  {
    let (lesson, material) = (try Lesson34.parse([]), try Material([property]))
    return await inParallel(over: jobs) {
      lesson.run(Arm($0.method, property), rate: $0.rate, steps: steps, material, seed: 5)
    }
  }

  // MARK: By hand

  @Test("By hand: a coin that stops with 1/6 makes 6.7 % words of six letters, and no other coin makes more")
  func coin() {
    #expect(abs(coinShare(of: 6, stopping: 1.0 / 6) - 3125.0 / 46656) < 1e-15)  // 5⁵/6⁶ = 0.06698
    #expect([0.1, 0.16, 0.17, 0.3].allSatisfy { coinShare(of: 6, stopping: $0) < 3125.0 / 46656 })
    let lengths = (1...400).map { coinShare(of: $0, stopping: 1.0 / 6) }
    #expect(abs(lengths.reduce(0, +) - 1) < 1e-12)  // (5/6)⁴⁰⁰ is left, and some roundings
  }

  @Test("By hand: one pair gets 1/2 of one other key, 1/8 of seven, and 0.89 of seven if its score is 4") func share() {
    #expect(prefixShare(prefix: 1, keys: 1) == 0.5 && prefixShare(prefix: 1, keys: 7) == 0.125)
    #expect(abs(prefixShare(prefix: 1, keys: 7, score: 4) - 0.8863602) < 1e-7)  // 54.59815/61.59815
    #expect(prefixShare(prefix: 1, keys: 7, score: -4) < 0.003 && prefixShare(prefix: 4, keys: 4) == 0.5)
  }

  @Test("By hand: a pair has 128 numbers, four soft vectors as many, LoRA 896, the last layer 891, all 19,259")
  func numbers() async throws {
    let wanted: [(method: Method, numbers: Int)] = [
      (.prefix(1), 2 * 32 * 2), (.prefix(4), 512), (.prefix(4, projection: 32), 4 * 32 + 32 * 33 + 33 * 128),
      (.soft(4), 4 * 32), (.lora, 2 * (4 * 64 + 2 * 96)), (.head, 27 * 33), (.all, 19_259),
    ]
    let made = try await runs(wanted.map { ($0.method, 0) }, .start("un"))
    #expect(made.count == 7 && made.map(\.numbers) == wanted.map(\.numbers))
    #expect(made.last?.attention == [] && made[0].attention.count == Letters.placeCount)
  }

  @Test("By hand: where all 27 letters are as likely, a word starts with un with probability 1/27²") func start() {
    let probability = probability(of: "un") { _, places in .zeros([places.count, Letters.classCount]) }
    #expect(abs(probability - 1.0 / 729) < 1e-9)  // two shares in float32
  }

  // MARK: Theory

  @Test(
    "Theory: where no query fits a key, each place gives P/(n + P) of its attention to the prefix", arguments: [1, 4])
  func alike(length: Int) throws {
    let model = try EnglishBase.load().model()
    for parameter in model.parameters where parameter.name.contains("query") {
      parameter.assign(.zeros(parameter.tensor.shape))
    }
    var generator = RandomGenerator(seed: 1)
    let prefixes = PrefixTuning(for: model, length: length, using: &generator).prefixes
    let shares = model.attention(to: prefixes, over: ["undone", "un"])
    #expect(shares.count == 7)  // before the first of six letters, and after each
    // Scores of exactly 0; softmax, means over heads and blocks in float32.
    #expect(shares.indices.allSatisfy { abs(shares[$0] - prefixShare(prefix: length, keys: $0 + 1)) < 1e-6 })
  }

  @Test(
    "Theory: a place's attention is the mean over the words that have the place, and the padding of others is left out")
  func padding() throws {
    let model = try EnglishBase.load().model()
    var generator = RandomGenerator(seed: 1)
    let prefixes = PrefixTuning(for: model, length: 1, using: &generator).prefixes
    let both = model.attention(to: prefixes, over: ["undone", "un"])
    let (long, short) = (model.attention(to: prefixes, over: ["undone"]), model.attention(to: prefixes, over: ["un"]))
    #expect(both.count == 7 && long.count == 7 && short.count == 3)
    // One word more in a batch may change the last digits of products in float32.
    #expect((0...2).allSatisfy { abs(both[$0] - (long[$0] + short[$0]) / 2) < 1e-6 })
    #expect((3...6).allSatisfy { abs(both[$0] - long[$0]) < 1e-6 })
  }

  @Test("Theory: no weight of the network moves behind a prefix, and a projection can be thrown away") func untouched()
    throws
  {
    let model = try EnglishBase.load().model()
    let before = model.state
    var generator = RandomGenerator(seed: 1)
    let task = LetterTask(training: ["unable", "undone", "untold"], test: [], generator: generator)
    let prefix = PrefixTuning(for: model, length: 4, projection: 32, using: &generator)
    task.adapt(prefix, rate: 0.03, steps: 5) { model($0, at: $1, prefixes: prefix.prefixes) }
    #expect(model.state == before)
    let words = LetterBatch(["unfold"])
    let (long, short) = (prefix.prefixes, prefix.flattened.prefixes)
    #expect(
      model(words.inputs, at: words.realPlaces, prefixes: long).scalars
        == model(words.inputs, at: words.realPlaces, prefixes: short).scalars)
  }

  // MARK: Contrast

  @Test("Contrast: one pair learns to count to six; a soft prompt of as many numbers and a new last layer hardly do")
  func counts() async throws {
    let made = try await runs([(.prefix(1), 0.3), (.soft(4), 0.3), (.head, 0.01), (.head, 0.1)], .length(6))
    #expect(made[0].share > 65 && made[0].attention[6] > prefixShare(prefix: 1, keys: 7))
    #expect(made[1].share < 50 && made[2].share < 65)
    // At a bold rate the last layer counts as well, but then it spells badly.
    #expect(made[3].share > 65 && made[3].bits > made[2].bits + 0.05)
  }

  @Test(
    "Contrast: a value alone, its key held at 0, starts words with un, but counts no better than the untouched network")
  func halves() async throws {
    let jobs: [(method: Method, rate: Double)] = [(.half(key: true), 0.3), (.half(key: false), 0.3), (.all, 0)]
    let (start, counting) = (try await runs(jobs, .start("un")), try await runs(jobs, .length(6)))
    #expect(start[1].share > 50 && start[0].share < 15)
    // Standard errors of a share of 300 words are about 2 points.
    #expect(counting[0].share < counting[2].share + 15 && counting[1].share < counting[2].share + 15)
    // A key of 0 has a score of 0 everywhere: before the first letter, beside one other key, its share is the largest.
    #expect(counting[1].attention.max() == counting[1].attention[0])
  }

  @Test("Contrast: in ten times the steps last layer, soft prompt and a value alone are still behind one pair")
  func tenTimes()
    async throws
  {
    let pairs = [0.03, 0.1, 0.3].map { (method: Method.prefix(1), rate: $0) }
    let heads = [3e-4, 1e-3, 3e-3].map { (method: Method.head, rate: $0) }
    let softs = [0.03, 0.1, 0.3].map { (method: Method.soft(4), rate: $0) }
    let values = [0.3, 1].map { (method: Method.half(key: false), rate: $0) }
    let made = try await runs(pairs + heads + softs + values, .length(6), steps: 1500)
    let best = [0, 3, 6].map { start in made[start..<start + 3].map(\.bits).min() ?? .nan }
    #expect(best[0] < best[1] - 0.05 && best[0] < best[2] - 0.05)
    #expect(made[9...].allSatisfy { $0.share < made[1].share / 2 && $0.bits > best[0] + 0.1 })
  }

  @Test("Contrast: at a rate of 0.01 a prefix hardly learns itself, but through a projection") func projected()
    async throws
  {
    let made = try await runs([(.prefix(4), 0.01), (.prefix(4, projection: 32), 0.01)], .length(6))
    #expect(made[0].share < 45 && made[1].share > 70)
  }

  @Test("Contrast: two trained networks joined by one pair name more digits than with a random one of either kind")
  func joined() async throws {
    let (digits, base) = (try Digits.load(), try EnglishBase.load())
    let named = await inParallel(over: Joint.Kind.allCases) {
      Naming(Joint($0, length: 1), digits: digits, base: base, seed: 5)
    }
    #expect(named.count == 3 && named[0].named > named[1].named + 10 && named[0].named > named[2].named + 10)
    #expect(named[0].read > 90 && named[1].read < 40)
    #expect(named.allSatisfy { $0.mistakes.allSatisfy { $0.written.count <= 10 && $0.written != $0.name } })
  }

  // MARK: Exercises

  @Test("Exercise 1: sixteen pairs make somewhat more words obey than four, but new words no cheaper") func sixteen()
    async throws
  {
    let (lesson, material) = (try Lesson34.parse(["--prefix", "16"]), try Material([.length(6)]))
    let trials = await lesson.trials([.prefix(16), .prefix(4)], [.length(6)], material)
    let (long, short) = (trials[Arm(.prefix(16), .length(6))], trials[Arm(.prefix(4), .length(6))])
    #expect(long.share.mean > short.share.mean && long.bits.mean > short.bits.mean - 0.02)
  }

  @Test("Exercise 2: with twenty words a prefix obeys more often, the whole network finds new words cheaper")
  func twenty()
    async throws
  {
    let (lesson, material) = (try Lesson34.parse(["--words", "20"]), try Material([.length(6)]))
    let trials = await lesson.trials([.prefix(4), .all], [.length(6)], material)
    let (prefix, all) = (trials[Arm(.prefix(4), .length(6))], trials[Arm(.all, .length(6))])
    #expect(prefix.share.mean > all.share.mean + 10 && all.bits.mean < prefix.bits.mean)
  }

  @Test("Exercise 3: for three letters a value alone is half a clock, and with its key a good one") func three()
    async throws
  {
    let made = try await runs([(.all, 0), (.half(key: false), 0.3), (.prefix(1), 0.3)], .length(3))
    #expect(made[0].share < 10 && made[1].share > 30 && made[2].share > made[1].share + 20)
    #expect(made[2].share > 85)
  }

  // MARK: Refusal

  @Test("Refusal: no pair, and words of ten letters, after which the network must stop anyway") func refuses() throws {
    let none = try #require(throws: (any Error).self) { try Lesson34.parse(["--prefix=0"]) }
    #expect(
      Lesson34.message(for: none) == "The value '0' is invalid for '--prefix <prefix>': It must be from 1 to 16.")
    let long = try #require(throws: (any Error).self) { try Lesson34.parse(["--length=10"]) }
    #expect(Lesson34.message(for: long).contains("'10' is invalid for '--length <length>'"))
  }
}

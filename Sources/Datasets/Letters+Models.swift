import Descent
import Numerics

/// What a model of letters answers to words `[batch][length]`, at some places only: the logits `[places.count, 27]` of the
/// letter that comes next. The places are counted through the batch: place t of word b is b · length + t.
///
/// For a ``LetterModel`` it is `{ model($0, at: $1) }`; what is not to be known at a place costs nothing there.
public typealias LetterLogits = (_ words: [[Int]], _ places: [Int]) -> Tensor

extension Letters {
  /// What a model of letters costs on these words in bits per character, the closing boundary being one of them: lower is
  /// better, and guessing evenly costs log₂ 27 = 4.755.
  ///
  /// - Precondition: there is at least one word.
  public static func bits(of words: [String], logits: LetterLogits) -> Double {
    precondition(!words.isEmpty, "There are no words to read.")
    var (total, characters) = (0.0, 0)
    let size = 128  // what the model computes on the way stays in the processor's cache
    for start in stride(from: 0, to: words.count, by: size) {
      let part = words[start..<min(start + size, words.count)]
      let batch = LetterBatch(part)
      total += batch.loss(logits).item * Double(batch.realPlaces.count)
      characters += batch.realPlaces.count
    }
    return bitsPerCharacter(total / Double(characters))
  }

  /// Words that a model of letters writes: each letter is drawn by the probabilities that the model gives after those
  /// before, until the boundary is drawn, or there are 10 letters.
  ///
  ///     pₖ = exp(zₖ/T) / Σⱼ exp(zⱼ/T)
  ///
  /// T is the `temperature`: 1 draws as the model says, less makes the likely letters likelier. Words of all lengths from
  /// 0 on can come out. The same generator gives the same words. The model is asked about words of one length at a time,
  /// from the boundary alone to 10 places, and about none that has ended.
  ///
  /// - Precondition: `count` is not negative, and `temperature` is finite and above 0.
  public static func draw(
    _ count: Int, temperature: Double = 1, using generator: inout RandomGenerator, logits: LetterLogits
  ) -> [String] {
    precondition(count >= 0, "\(count) words cannot be drawn.")
    precondition(temperature > 0 && temperature.isFinite, "A temperature must be above 0, but is \(temperature).")
    var words = Array(repeating: [boundary], count: count)
    var open = Array(words.indices)
    for length in 1..<placeCount where !open.isEmpty {
      let next = logits(open.map { words[$0] }, open.indices.map { ($0 + 1) * length - 1 }).scalars
      for (row, word) in open.enumerated() {
        words[word].append(
          drawLetter(next[row * classCount..<(row + 1) * classCount], temperature, using: &generator))
      }
      open.removeAll { words[$0].last == boundary }
    }
    return words.map { decode($0.dropFirst()) }
  }

  private static func drawLetter(
    _ logits: ArraySlice<Double>, _ temperature: Double, using generator: inout RandomGenerator
  ) -> Int {
    let largest = logits.max() ?? 0
    let weights = logits.map { Double.exp(($0 - largest) / temperature) }
    var rest = generator.uniform() * weights.reduce(0, +)
    for (letter, weight) in weights.enumerated() {
      if rest < weight { return letter }
      rest -= weight
    }
    return weights.lastIndex { $0 > 0 } ?? boundary  // rounding has used up the last weight
  }
}

import Descent
import Numerics

/// Letters as classes: 0 is the boundary before and after a word, a…z are 1…26.
public enum Letters {
  /// The boundary and 26 letters.
  public static let classCount = 27
  /// What stands before the first letter and after the last one.
  public static let boundary = 0
  /// Places of a word as a model sees it: the boundary and 10 letters going in, 10 letters and the boundary coming out.
  public static let placeCount = WordList.lengths.upperBound + 1

  static let bytes = UInt8(ascii: "a")...UInt8(ascii: "z")

  /// The letters of a word: `encode("cat")` is [3, 1, 20].
  ///
  /// - Precondition: the word has no other characters than a–z.
  public static func encode(_ word: String) -> [Int] {
    word.utf8.map { byte in
      precondition(bytes.contains(byte), "Letters are a–z, but \"\(word)\" has another one.")
      return Int(byte - bytes.lowerBound) + 1
    }
  }

  /// The word up to the first boundary, or the end: `decode([3, 1, 20, 0, 0])` is "cat".
  ///
  /// - Precondition: all are classes 0…26.
  public static func decode(_ letters: some Sequence<Int>) -> String {
    let letters = letters.prefix { $0 != boundary }
    return String(
      decoding: letters.map { letter in
        precondition((0..<classCount).contains(letter), "\(letter) is not one of the \(classCount) letters.")
        return bytes.lowerBound + UInt8(letter - 1)
      }, as: UTF8.self)
  }
}

import CShippedData
import Descent

/// Words of 3 to 10 small letters a–z, each once: what a model learns to write, letter by letter.
///
/// ```swift
/// let spanish = try WordList.load(.spanish).split(test: 500, validation: 200)
/// let few = spanish.rest.drawn(50, using: &generator)
/// ```
public struct WordList: Sendable, Hashable {
  /// The lists that are part of the program; where they come from stands in Resources/SOURCES.md.
  public enum Shipped: String, Sendable, Hashable, CaseIterable {
    /// 52,271 English words (SCOWL, K. Atkinson, with its notice in Resources); some of them are vulgar.
    case english
    /// 35,000 Spanish words without accents (public domain).
    case spanish
    /// 9,395 names in small letters (SCOWL).
    case names
  }

  /// How many letters a word may have.
  public static let lengths = 3...10

  /// The words, in the order of the file.
  public let words: [String]
  /// The number of words.
  public var count: Int { words.count }

  /// Reads a shipped list.
  public static func load(_ list: Shipped) throws -> WordList {
    let file =
      switch list {
      case .english: wordsFile()
      case .spanish: spanishFile()
      case .names: namesFile()
      }
    return try WordList(bytes: file.contents, name: String(cString: file.name))
  }

  /// Reads a file of one's own: one word a line, lines ended by LF or CRLF, the last one perhaps not at all.
  ///
  /// Throws `DataFileError` for a file that is missing or empty, a line that is not 3 to 10 small letters a–z, and a word
  /// that was there before.
  public init(contentsOf path: String) throws {
    try self.init(bytes: bytes(ofFile: path), name: path)
  }

  /// Reads a list from bytes in memory, by the same rules.
  public init(bytes: [UInt8], name: String) throws {
    guard !bytes.isEmpty else {
      throw DataFileError(file: name, expected: "at least one word", found: "an empty file")
    }
    var lines = bytes.split(separator: .newline, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var words: [String] = []
    words.reserveCapacity(lines.count)
    var known: Set<String> = []
    known.reserveCapacity(lines.count)
    for line in lines {
      let letters = line.last == .carriageReturn ? line.dropLast() : line
      let word = String(decoding: letters, as: UTF8.self)
      guard Self.lengths.contains(letters.count), letters.allSatisfy(Letters.bytes.contains) else {
        throw DataFileError(
          file: name, line: words.count + 1,
          expected: "a word of \(Self.lengths.lowerBound) to \(Self.lengths.upperBound) small letters a–z",
          found: word.isEmpty ? "an empty line" : word.count > 40 ? "\"\(word.prefix(40))…\"" : "\"\(word)\"")
      }
      guard known.insert(word).inserted else {
        throw DataFileError(
          file: name, line: words.count + 1, expected: "each word once",
          found: "\"\(word)\" again, which is in line \((words.firstIndex(of: word) ?? 0) + 1)")
      }
      words.append(word)
    }
    self.words = words
  }

  /// Parts of the list, in a random order that is always the same: it hangs on the number of words alone, on no seed.
  ///
  /// - Precondition: the list has at least `test + validation` words, and neither is negative.
  public func split(test: Int, validation: Int = 0) -> (test: [String], validation: [String], rest: [String]) {
    precondition(
      test >= 0 && validation >= 0 && test + validation <= count,
      "\(count) words cannot be split into \(test) to test, \(validation) to validate, and a rest.")
    var generator = RandomGenerator(seed: 29)
    let shuffled = generator.permutation(of: count).map { words[$0] }
    return (
      Array(shuffled[..<test]), Array(shuffled[test..<(test + validation)]), Array(shuffled[(test + validation)...])
    )
  }
}

extension [String] {
  /// So many of these words, drawn without putting back, in random order.
  ///
  /// - Precondition: there are that many.
  public func drawn(_ number: Int, using generator: inout RandomGenerator) -> [String] {
    precondition((0...count).contains(number), "\(number) words cannot be drawn from \(count).")
    return generator.permutation(of: count).prefix(number).map { self[$0] }
  }

  /// The first of these words that a page can show: each once, of such lengths, and without the vulgar ones of English and
  /// Spanish. The word lists hold them, and a model that has read the lists may write one.
  public func presentable(_ number: Int, lengths: ClosedRange<Int> = 4...9) -> [String] {
    var seen: Set<String> = []
    return Array(
      filter { word in
        lengths.contains(word.count) && !vulgarParts.contains { word.contains($0) } && seen.insert(word).inserted
      }.prefix(number))
  }
}

private let vulgarParts = [
  "fuck", "shit", "cunt", "nigg", "cock", "dick", "tit", "slut", "whor", "fag", "sex", "bitch", "piss", "wank", "twat",
  "penis", "vagin", "porn", "rape", "nazi", "puta", "puto", "mierd", "culo", "joder", "cono", "cagar", "polla", "zorra",
  "marica", "pendej",
]

import Datasets
import Descent
import Foundation
import Testing

@Suite("Word lists") struct WordListTests {
  private func list(_ text: String) throws -> WordList { try WordList(bytes: Array(text.utf8), name: "own.txt") }

  /// The message of the error that these lines are refused with.
  private func refusal(_ text: String) -> String {
    do { _ = try list(text) } catch { return "\(error)" }
    return "no error"
  }

  @Test(
    "As many words and letters as Python counts, each of 3 to 10 letters, each once",
    arguments: [
      (WordList.Shipped.english, 52_271, 390_500, "aardvark", "zygotes"),
      (.spanish, 35_000, 271_939, "aaronica", "zuzo"),
      (.names, 9_395, 62_516, "aachen", "zyuganov"),
    ])
  func shipped(list: WordList.Shipped, count: Int, letters: Int, first: String, last: String) throws {
    let words = try WordList.load(list).words
    #expect(words.count == count && Set(words).count == count)
    #expect(words.reduce(0) { $0 + $1.count } == letters)
    #expect(words.first == first && words.last == last)
    #expect(words.allSatisfy { (3...10).contains($0.utf8.count) && $0.allSatisfy { ("a"..."z").contains($0) } })
  }

  @Test("What is part of the program is what the files say, and the notice of the English list lies beside it")
  func embedded() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/Datasets/Resources"
    )
    .standardizedFileURL.path(percentEncoded: false)
    for (list, name) in [(WordList.Shipped.english, "words"), (.spanish, "spanish"), (.names, "names")] {
      #expect(try WordList.load(list) == WordList(contentsOf: "\(folder)/\(name).txt"))
    }
    let notice = try String(contentsOfFile: "\(folder)/SCOWL-notice.txt", encoding: .utf8)
    for holder in ["Copyright 2000-2011 by Kevin Atkinson", "WordNet 1.6 Copyright 1997", "UKACD, by J Ross Beresford"]
    {
      #expect(notice.contains(holder))
    }
    #expect(try String(contentsOfFile: "\(folder)/SOURCES.md", encoding: .utf8).contains("(SCOWL-notice.txt)"))
  }

  @Test("LF, CRLF and no last line end make no difference", arguments: ["cat\ndog\n", "cat\r\ndog\r\n", "cat\ndog"])
  func lineEnds(text: String) throws { #expect(try list(text).words == ["cat", "dog"]) }

  @Test(
    "Refusal: a line that is no word of 3 to 10 small letters is named, with what is there",
    arguments: [
      ("cat\nat\n", 2, "\"at\""), ("cat\nhippopotamus\n", 2, "\"hippopotamus\""), ("cat\ndog\nCow\n", 3, "\"Cow\""),
      ("niño\n", 1, "\"niño\""), ("cat\n\ndog\n", 2, "an empty line"), ("\n", 1, "an empty line"),
      ("cat\r\n\r\n", 2, "an empty line"), ("cat \n", 1, "\"cat \""), ("cat,dog\n", 1, "\"cat,dog\""),
      ("don't\n", 1, "\"don't\""), ("cat\n\u{FEFF}dog", 2, "\"\u{FEFF}dog\""),
    ])
  func malformed(text: String, line: Int, found: String) {
    #expect(
      refusal(text)
        == "own.txt, line \(line): expected a word of 3 to 10 small letters a–z, but found \(found).")
  }

  @Test("Refusal: a word that was there before, an empty file, a missing one; a long line is not quoted in full")
  func otherRefusals() throws {
    #expect(
      refusal("cat\ndog\ncow\ndog\n")
        == "own.txt, line 4: expected each word once, but found \"dog\" again, which is in line 2.")
    #expect(refusal("") == "own.txt: expected at least one word, but found an empty file.")
    #expect(refusal(String(repeating: "a", count: 1000)).count < 120)
    #expect {
      _ = try WordList(contentsOf: "no/such.txt")
    } throws: {
      "\($0)" == "no/such.txt: expected a file that can be read, but found No such file or directory."
    }
  }

  @Test("A split has each word once, in an order that is random but always the same")
  func split() throws {
    let spanish = try WordList.load(.spanish)
    let (test, validation, rest) = spanish.split(test: 500, validation: 200)
    #expect(test.count == 500 && validation.count == 200 && rest.count == 34_300)
    #expect(Set(test + validation + rest).count == 35_000)
    let again = try WordList.load(.spanish).split(test: 700)
    #expect(again.test == test + validation && again.rest == rest)
    #expect(Set(test.map { $0.prefix(1) }).count > 15)  // the first 500 of the file all begin with a
  }

  @Test("A seed draws its words from the rest: each once, others with another seed; the parts stay apart")
  func drawn() throws {
    let names = try WordList.load(.names)
    let (first, again, other) = (
      LetterTask(names, words: 200, seed: 1), LetterTask(names, words: 200, seed: 1),
      LetterTask(names, words: 200, seed: 2)
    )
    #expect(first.training == again.training && first.training != other.training && first.test == other.test)
    #expect(Set(first.training + first.validation + first.test).count == 200 + 200 + 500)
  }

  @Test("52,271 words are read in less than a quarter of a second") func isQuick() throws {
    let clock = ContinuousClock()
    let times = try (0..<5).map { _ in try clock.measure { _ = try WordList.load(.english) } }
    // The best of five takes some 20 ms, and more where other programs are running; looking for each word among all
    // those before it would take seconds.
    #expect(times.min() ?? .seconds(1) < .milliseconds(250))
  }
}

@Suite("Letters") struct LetterTests {
  @Test("cat is 3, 1, 20, and back; what follows a boundary is padding") func codes() {
    #expect(Letters.encode("cat") == [3, 1, 20] && Letters.encode("az") == [1, 26] && Letters.encode("").isEmpty)
    #expect(Letters.decode([3, 1, 20]) == "cat" && Letters.decode([3, 1, 20, 0, 0, 5]) == "cat")
    #expect(Letters.decode([0]) == "")
  }

  @Test("By hand: cat goes in as 0 c a t, and comes out as c a t 0; a word of ten letters fills all eleven places")
  func batch() {
    let batch = LetterBatch(["cat", "aardvarkzz"])
    #expect(batch.inputs[0] == [0, 3, 1, 20, 0, 0, 0, 0, 0, 0, 0])
    #expect(Array(batch.targets[..<11]) == [3, 1, 20, 0] + [Int?](repeating: nil, count: 7))
    #expect(batch.inputs[1] == [0, 1, 1, 18, 4, 22, 1, 18, 11, 26, 26])
    #expect(Array(batch.targets[11...]) == [1, 1, 18, 4, 22, 1, 18, 11, 26, 26, 0])
    #expect(batch.realPlaces == [0, 1, 2, 3] + Array(11..<22))
    #expect(batch.realTargets == [3, 1, 20, 0, 1, 1, 18, 4, 22, 1, 18, 11, 26, 26, 0])
  }

  @Test("Refusal: an accent, eleven letters, a 27th letter, more words than there are, nothing to read, temperature 0")
  func refusals() async throws {
    func message(_ result: ExitTest.Result?) -> String {
      String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    }
    let accent = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Letters.encode("niño")
    }
    #expect(message(accent).contains("Letters are a–z, but \"niño\" has another one."))
    let long = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = LetterBatch(["abcdefghijk"])
    }
    #expect(message(long).contains("\"abcdefghijk\" has more than 10 letters."))
    let letter = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Letters.decode([1, 27])
    }
    #expect(message(letter).contains("27 is not one of the 27 letters."))
    let words = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = LetterTask(try WordList.load(.names), words: 9000, seed: 0)
    }
    #expect(message(words).contains("9000 words cannot be drawn from 8695."))
    let nothing = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Letters.bits(of: []) { _, _ in .zeros([0, 27]) }
    }
    #expect(message(nothing).contains("There are no words to read."))
    let cold = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 0)
      _ = Letters.draw(1, temperature: 0, using: &generator) { _, _ in .zeros([1, 27]) }
    }
    #expect(message(cold).contains("A temperature must be above 0, but is 0.0."))
  }

  @Test("An even guess costs log₂ 27 bits a character, however many words; 300 of them are more than one batch")
  func evenGuess() {
    let words = Array(repeating: "cat", count: 299) + ["aardvarkzz"]
    let bits = Letters.bits(of: words) { .zeros([$1.count, 27]) }
    #expect(abs(bits - 4.754887502163468) < 1e-6)  // the losses are float32
  }

  @Test("By hand: a model that is sure of the boundary pays nothing there, so that long words cost more each character")
  func weighting() {
    // Logits of 0 but for the boundary, whose logit is 100 at place 3: cat's t is followed by it for nothing, the other
    // three of the four cost log₂ 27 each. aardvarkzz pays 100/ln 2 at place 3 in place of log₂ 27.
    let bits = Letters.bits(of: Array(repeating: "cat", count: 201) + ["aardvarkzz"]) { _, places in
      Tensor(rows: places.map { [$0 % 11 == 3 ? 100 : 0] + Array(repeating: 0, count: 26) })
    }
    let even = 4.754887502163468
    let expected = (201 * 3 * even + 10 * even + 100 / 0.6931471805599453) / (201 * 4 + 11)
    #expect(abs(bits - expected) < 1e-5)  // the losses are float32 numbers below 5
  }

  /// A model that spells one word: its next letter has the logit 50, all others 0.
  private func spelling(_ word: String) -> LetterLogits {
    let letters = Letters.encode(word) + [Letters.boundary]
    return { words, places in
      Tensor(rows: places.map { place in (0..<27).map { $0 == letters[place % words[0].count] ? 50 : 0 } })
    }
  }

  @Test("A model that is sure of its letters writes its word, and no word has more than ten letters")
  func sure() {
    var generator = RandomGenerator(seed: 1)
    // 26 wrong letters at e⁻⁵⁰ = 2e-22 each.
    #expect(Letters.draw(3, using: &generator, logits: spelling("cat")) == ["cat", "cat", "cat"])
    #expect(Letters.draw(1, using: &generator, logits: spelling("abcdefghijk")) == ["abcdefghij"])
    #expect(Letters.draw(2, using: &generator, logits: spelling("")) == ["", ""])
    #expect(Letters.draw(0, using: &generator, logits: spelling("cat")).isEmpty)
  }

  @Test("Even logits end a word with probability 1/27 at each place; a finished word is not asked about again")
  func lengths() {
    var generator = RandomGenerator(seed: 5)
    let words = Letters.draw(2000, using: &generator) { .zeros([$1.count, 27]) }
    // All ten letters: (26/27)¹⁰ = 0.6856, 1371 words, with a standard deviation of √(2000·0.6856·0.3144) = 21.
    #expect(abs(words.count { $0.count == 10 } - 1371) < 84)
    #expect(Set(words.joined()).count == 26)
    let asked = LetterCount()
    _ = Letters.draw(100, using: &generator) { words, places in
      asked.note(words.count)
      return .zeros([places.count, 27])
    }
    #expect(asked.counts.count == 10 && asked.counts[0] == 100)
    #expect(zip(asked.counts, asked.counts.dropFirst()).allSatisfy { $0 >= $1 } && asked.counts[9] < 100)
  }

  private final class LetterCount {
    var counts: [Int] = []
    func note(_ count: Int) { counts.append(count) }
  }

  @Test("By hand: logits ln 9 and 0 are drawn 9 : 1 at temperature 1, and 3 : 1 at temperature 2")
  func temperature() {
    func share(_ temperature: Double) -> Double {
      var generator = RandomGenerator(seed: 3)
      let words = Letters.draw(2000, temperature: temperature, using: &generator) { _, places in
        let row = (0..<27).map { $0 == 1 ? 2.1972245773362196 : $0 == 2 ? 0 : -1e9 }
        return Tensor(rows: places.map { _ in row })
      }
      return Double(words.joined().count { $0 == "a" }) / 20_000  // ten letters each
    }
    #expect(abs(share(1) - 0.9) < 0.0085)  // four standard deviations, √(0.9·0.1/20000) = 0.0021
    #expect(abs(share(2) - 0.75) < 0.0123)  // √(0.75·0.25/20000) = 0.0031
  }

  @Test("The same generator draws the same words") func deterministic() {
    func words(_ seed: UInt64) -> [String] {
      var generator = RandomGenerator(seed: seed)
      return Letters.draw(20, using: &generator) { .zeros([$1.count, 27]) }
    }
    #expect(words(1) == words(1) && words(1) != words(2))
  }

  @Test("A table of letter pairs learns: steps are counted over epochs, small lists make small batches")
  func training() throws {
    let spanish = try WordList.load(.spanish)
    func run(words: Int, steps: Int) -> (losses: [Double], measured: [Double], bits: Double) {
      let task = LetterTask(spanish, words: words, seed: 1)
      var (generator, optimizer) = (task.generator, Adam(learningRate: 0.05))
      let pairs = Embedding("pairs", tokens: 27, width: 27, standardDeviation: 0, using: &generator)
      func answer(_ words: [[Int]], _ places: [Int]) -> Tensor {
        let letters = Array(words.joined())
        return pairs(places.map { letters[$0] })
      }
      let log = task.train(
        pairs, with: &optimizer, steps: steps, measuringAt: [0, steps], using: &generator, logits: answer)
      return (log.losses, log.measurements, Letters.bits(of: task.test, logits: answer))
    }
    let few = run(words: 20, steps: 7)
    #expect(few.losses.count == 7)  // one batch of all 20 words an epoch
    #expect(abs(few.losses[0] - 3.295836866004329) < 1e-6)  // ln 27: float32
    let many = run(words: 1000, steps: 100)
    #expect(many.losses.count == 100)  // 31 batches of 32 words an epoch
    #expect(abs(many.measured[0] - 4.754887502163468) < 1e-6)
    // Letter frequencies alone give 4.05 bits (Python, over the whole list).
    #expect(many.measured[1] < 4.0 && many.bits < 4.0)
    #expect(run(words: 1000, steps: 0).losses.isEmpty)
  }

  @Test("Words to show are the first different ones of the lengths, without vulgar ones") func presentable() {
    let words = ["ab", "casas", "mierda", "casas", "shitty", "reads", "abcdefghijk", "write"]
    #expect(words.presentable(2) == ["casas", "reads"])
    #expect(words.presentable(9) == ["casas", "reads", "write"])
    #expect(words.presentable(9, lengths: 1...3) == ["ab"])
    #expect(words.presentable(0).isEmpty)
  }
}

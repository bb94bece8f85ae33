import Experiments
import Notebook

/// The same for words.
extension Lesson16 {
  func tellOfWords(in notebook: Notebook) async throws {
    let words = try Words.load()
    let trials = await Trials(Damage.allCases, seeds: common.seeds(8), "words") { WordRun($0, words, seed: $1) }
    func gain(_ damage: Damage, _ property: (WordRun) -> Double) -> Summary {
      trials.difference(damage, .nothing, property)
    }
    func winners(_ property: (WordRun) -> Double) -> Int {
      trials.count(.typo, .nothing) { property($0) > property($1) }
    }
    notebook.section("Letters for pixels")
    notebook.text(
      """
      Note 1 has a heading for language as well, with nothing below it. Which list is a word from: English, Spanish, or names? A network of 64 units sees up to ten letters,
      each in its place, and learns from 100 words of each list (a guess is right for 33 %). Half of the copies are damaged: a letter is dropped, replaced, or changes
      places with its neighbour, as [Wei & Zou (2019)](https://aclanthology.org/D19-1670/) do with words in sentences. The flip of a word is the word reversed.
      """)
    notebook.table(
      columns: ["copies", "words as they are, %", "words with a typo, %"],
      rows: trials.arms.map { [$0.rawValue, trials[$0].clean.plusMinus(1), trials[$0].misspelt.plusMinus(1)] },
      caption: "Unseen words put into the right list: mean and standard deviation of \(trials.seeds.count) seeds.")
    notebook.text(
      gain(.typo, \.clean).mean > 1
        ? """
        We expected typos to help on misspelt words. They help on clean ones as much: dropping a letter moves the rest by a
        place, as a shift does, and *-cion* is Spanish wherever it stands.
        """ : "Dropping a letter moves the rest by a place, as a shift does.")
    notebook.claim(
      "16.8", "So for words: typos in the copies help, and reversed copies do not.",
      test: """
        typos: higher in 7 of 8 seeds, on words as they are and on misspelt ones; reversed: at most half a point higher
        on either, on average
        """, source: .ours, rows: ["1.92"], verdict: .holds,
      when: winners(\.clean) >= 7 && winners(\.misspelt) >= 7 && gain(.reversed, \.clean).mean <= 0.5
        && gain(.reversed, \.misspelt).mean <= 0.5,
      measured: "typos \(gain(.typo, \.clean).plusMinus(1)) points, reversed \(gain(.reversed, \.clean).plusMinus(1))",
      detail: """
        on misspelt words \(gain(.typo, \.misspelt).plusMinus(1)) and \(gain(.reversed, \.misspelt).plusMinus(1))
        """,
      revised: "it asked that reversed copies cost on average on both, which held by little", runs: trials.seeds.count)
  }
}

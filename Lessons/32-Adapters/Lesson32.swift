import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 32 · Adapters
///
/// A small module after a frozen layer. Its bend helps where the frozen network has none, and keeps it from being folded.
@main struct Lesson32: Lesson {
  static let card = LessonCard.number(32)
  @OptionGroup var common: CommonOptions
  @Option("Bottleneck m of the adapter", .from(1...64)) var bottleneck = 8
  @Option("Angle by which the moons were turned that the frozen networks know", .from(0...180), unit: "degrees")
  var turn = 90.0

  /// Bottlenecks on the moons, and among letters.
  var moonsSizes: [Int] { Set([1, 2, 4, 8, bottleneck]).sorted() }
  var sizes: [Int] { Set([1, 4, 16, 64, bottleneck]).sorted() }

  func write(in notebook: Notebook) async throws {
    let (base, words) = (try EnglishBase.load(), try WordList.load(.spanish))
    tellOfTheBend(in: notebook)
    tellOfAdapters(base, words, in: notebook)
    await tellOfMoons(in: notebook)
    let tuned = await letters(base, words)
    tellOfLetters(tuned, base, in: notebook)
    tellOfFolding(tuned, base, words, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Before you pay for a bend, ask whether the frozen network has its own.",
      "Start the way up at zero and the way down not: nothing is spoiled, and everything can learn.",
    ])
    try await setExercises(tuned, base, words, in: notebook)
    notebook.answer(
      """
      It changes what one frozen layer hands to the next. A bend of its own helps where the frozen network has none; where \
      that bends already, a narrow linear adapter does as well and can be folded into the layer before it.
      """)
  }

  // MARK: On paper

  private func tellOfTheBend(in notebook: Notebook) {
    notebook.section("Two frozen answers")
    notebook.text(
      """
      A layer that is **frozen**, not trained any more, answers h = −x, and wanted is |x|: 1, 0, 1 at x = −1, 0, 1. If something behind it
      only multiplies and adds, the answer is a straight line; the best one, by least squares, is 2/3
      everywhere, wrong by 1/3, 2/3 and 1/3. With one ReLU, max(·, 0), which bends at 0, it gets everything right:

      h + 2 max(−h, 0) = −x + 2 max(x, 0) = |x|.

      Now let the frozen network bend already, in the wrong place: it answers |h| with h = x − 1. Putting
      h + 1 in place of h is enough: |h + 1| = |x|. Nothing new had to bend; its own bend was moved.
      """)
  }

  // MARK: Adapters

  private func tellOfAdapters(_ base: EnglishBase, _ words: WordList, in notebook: Notebook) {
    notebook.section("An adapter")
    notebook.text(
      """
      Note 1: an **adapter** is a new module between the layers of a pre-trained transformer. What a frozen layer gives, n numbers h, goes down to m
      numbers by a matrix D, through a ReLU, and up to n again by U; the sum of both goes on:
      """)
    notebook.equation(
      latex: #"y = h + U \max(D h + b,\; 0) + c"#, plain: "y = h + U max(D h + b, 0) + c")
    notebook.code(
      """
      x ─┬─ norm ─ attention ─ adapter ─ + ─┬─ norm ─ feed-forward ─ adapter ─ + ─ next block
         └───────────────────────────────┘  └──────────────────────────────────┘
      """, language: "text")
    notebook.text(
      """
      Only D, U, b and c are trained. A **linear** adapter leaves the ReLU out. With U, b and c at zero y = h: the network
      starts as it was. D starts at random: were it zero too, neither could ever learn, since the gradient of U has the factor D h + b, and that of D
      the factor U.
      """)
    let runs = common.seeds(12).map { seed in starts(base, LetterTask(words, words: 100, seed: seed)) }
    notebook.reference("[He et al. 2021](https://arxiv.org/abs/2110.04366): one view of adapters, LoRA and prefixes")
    let harm = Summary(of: runs.map { $0.drawn - $0.frozen }).mean
    notebook.shows("1.148", "1.152")
    notebook.claim(
      "32.1", "With its way up at zero, an adapted network starts as the frozen one.",
      test: """
        with ReLU and without, m = 8, all logits for 100 Spanish words are the frozen network's, bit for bit, in every seed; with U drawn at
        random as well they cost at least 0.05 bits per character more, on average
        """,
      source: .paper("Houlsby et al. 2019, section 2", "https://arxiv.org/abs/1902.00751"), verdict: .holds,
      when: runs.allSatisfy(\.isSame) && harm >= 0.05,
      measured: "no logit differs; with U drawn it starts \(fixed(harm, 2)) bits behind",
      revised: "first runs wanted the 0.05 bits in every seed; a single draw may do less harm",
      runs: runs.count)
  }

  /// Whether adapters with U = 0 change no logit, and the bits on the words, frozen and with U drawn at random.
  func starts(_ base: EnglishBase, _ task: LetterTask) -> (isSame: Bool, frozen: Double, drawn: Double) {
    let model = base.model()
    let batch = LetterBatch(task.training)
    func adapted(_ bend: Activation, _ start: LowRankStart) -> LetterModel {
      var generator = task.generator
      return model.with(.adapter(8, bend), start: start, using: &generator)
    }
    func bits(_ model: LetterModel) -> Double { Letters.bits(of: task.training) { model($0, at: $1) } }
    let logits = model(batch.inputs, at: batch.realPlaces)
    let isSame = [Activation.relu, .identity].allSatisfy { bend in
      adapted(bend, .zeroUp)(batch.inputs, at: batch.realPlaces) == logits
    }
    return (isSame, bits(model), bits(adapted(.relu, .bothNormal)))
  }
}

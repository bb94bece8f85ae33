import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook
import Numerics

/// Before you start
///
/// Notation, the data as pictures, the network that the lessons share, and how to read a page.
@main struct Lesson00: Lesson {
  static let card = LessonCard.start
  @OptionGroup var common: CommonOptions
  @Option("Learning rate η", .above(0, atMost: 10)) var learningRate = 0.3
  @Option("Length of the training", .from(1...100), unit: "epochs") var epochs = 10

  func write(in notebook: Notebook) async throws {
    tellOfTraining(in: notebook)
    tellOfNotation(in: notebook)
    let digits = try Digits.load()
    try tellOfData(digits, in: notebook)
    let (learningRate, epochs) = (learningRate, epochs)
    let runs = await Runs(seeds: common.seeds(5)) { seed in
      trained(digits, learningRate: learningRate, epochs: epochs, seed: seed)
    }
    tellOfNetwork(runs, in: notebook)
    tellOfPages(in: notebook)
    notebook.answer(
      "What a derivative is, and how a matrix multiplies a vector. The rest is on this page, in ten minutes.")
  }
}

extension Lesson00 {
  private func tellOfTraining(in notebook: Notebook) {
    notebook.section("Training in four lines")
    notebook.text(
      """
      A **model** turns an input into an output; what it does depends on its **parameters** θ, numbers that can be changed.
      A **loss** L(θ) is one number that says how wrong the outputs are: the smaller, the better. Its **gradient** ∂L/∂θ
      says for each parameter how fast the loss grows when that parameter does. So a step against the gradient makes the
      loss smaller, if the step is not too long:
      """)
    notebook.equation(
      latex: #"\theta \leftarrow \theta - \eta\,\frac{\partial L}{\partial \theta}"#, plain: "θ ← θ − η ∂L/∂θ")
    notebook.shows("1.14")
    notebook.text(
      """
      The **learning rate** η sets how long it is. Training is this step, many times, and the course is about what can go wrong
      with it. In the framework of the course a step is
      """)
    notebook.code(
      """
      let (loss, gradients) = valueAndGradients(of: model) {
        softmaxCrossEntropy(model(pixels), labels: labels)
      }
      optimizer.update(model, with: gradients)
      """)
    notebook.text(
      """
      Mostly the gradient is that of a few samples, a **mini-batch**, not of all. Once through all the data is an **epoch**.
      """)
  }

  private func tellOfNotation(in notebook: Notebook) {
    notebook.section("Notation")
    notebook.table(
      columns: ["sign", "in the code", "what it is"],
      rows: [
        ["θ, w, b", "`parameters`, `weight`, `bias`", "what training changes"],
        ["η", "`learningRate`", "the length of a step per unit of gradient"],
        ["L, ∂L/∂θ, ‖∂L/∂θ‖", "`loss`, `gradients`, `norm`", "the loss, its gradient, the gradient's length"],
        ["t; e", "`step`; `epoch`", "number of the step, from 0; of the epoch"],
        ["β, β₁, β₂", "`momentum`, `beta1`, `beta2`", "what share a running average keeps at each step"],
        ["λ", "`weightDecay`, or a curvature", "the strength of a penalty; or how fast a slope changes"],
        ["n, B", "`inputs`, `batchSize`", "inputs of a unit; samples in a mini-batch"],
        ["94.2 ± 3.2", "`Summary`", "mean and standard deviation over the seeds"],
      ])
    notebook.text(
      """
      A **seed** fixes everything that is random: which digits are kept for the test, the first weights, the order of the
      mini-batches. An experiment with chance in it is run from several seeds, and two methods are compared seed by seed.
      [All signs and terms](../GLOSSARY.md), each with its lesson, are on a page of their own.
      """)
  }

  private func tellOfData(_ digits: Digits, in notebook: Notebook) throws {
    notebook.section("The data")
    let task = DigitsTask(digits, seed: common.seed)
    notebook.figure(
      inkFigure(digits),
      caption: """
        The first three of each kind among \(grouped(digits.count)) handwritten digits. \(grouped(task.training.count)) of them
        are for training and \(task.test.count) for the test; which, the seed decides.
        """, cover: true)
    let moons = MoonsTask(seed: common.seed).moons
    let (weather, tumours) = (try SeattleWeather.load(), try BreastCancer.load())
    notebook.figure(
      try dataFigure(moons, weather, tumours),
      caption: """
        Left, \(moons.count) points of two noisy half circles, made anew for each seed: the task is to separate them.
        Middle, \(grouped(weather.days.count)) days of weather. Right, two of the \(BreastCancer.featureCount) features of
        \(tumours.count) tumours: the radius of their cells' nuclei, in the microscope's units, and how much their grey varies.
        """)
    notebook.text(
      """
      All of them are part of the programs: nothing is downloaded. Where they come from stands in
      [SOURCES.md](../../Sources/Datasets/Resources/SOURCES.md).
      """)
  }

  private func tellOfNetwork(_ runs: Runs<Run>, in notebook: Notebook) {
    notebook.section("The network that the lessons share")
    let (first, classes) = (runs.all[0], Digits.classCount)
    notebook.text(
      """
      Most lessons train one network on the digits: \(Digits.pixelCount) pixels, one hidden layer of 32 **units** (the numbers h), and a
      score for each of the \(classes) digits, \(grouped(first.parameterCount)) parameters in all:
      """)
    notebook.equation(
      latex: #"h = \max(0,\; W_1 x + b_1), \qquad s = W_2 h + b_2, \qquad p_i = \frac{e^{s_i}}{\sum_j e^{s_j}}"#,
      plain: "h = max(0, W₁x + b₁),   s = W₂h + b₂,   pᵢ = exp(sᵢ) / Σⱼ exp(sⱼ)")
    notebook.text(
      """
      max(0, ·) is called **ReLU**. The scores become shares p that sum to 1, and the loss is the **cross-entropy**, −ln of
      the share that the right digit gets: guessing costs ln \(classes) = \(fixed(.log(Double(classes)), 2)). Mini-batches have
      64 digits, so an epoch is \(first.stepsPerEpoch) steps. With η = \(plain(learningRate)),
      \(counted(epochs, "epoch")) bring the network to \(runs.accuracy.plusMinus(1)) % of the test digits.
      """)
    notebook.figure(
      trainingFigure(runs),
      caption: """
        Lines: the mean of \(runs.seedCount) seeds. Bands: from the least to the greatest. Curves over several seeds look
        like this in other lessons, too.
        """)
    notebook.text("Try it: `swift run Lesson00 --learning-rate 3` takes steps that are too long.")
  }

  private func tellOfPages(in notebook: Notebook) {
    notebook.section("How to read a page")
    notebook.list([
      "**Top**: a question, and an answer to say aloud. Then the smallest example that fails, with numbers that you can "
        + "check on paper, the fix, why it works, and what it does to real data.",
      "**Figures**: solid lines are measured, broken ones are theory. The links under a figure lead to its numbers "
        + "(`.dat`, for numpy or pandas) and to the script that draws it (`.gp`, for gnuplot).",
      "**Claims**: sentences that people say, and some that we expected. ✓ holds, ◐ holds under the condition that is "
        + "named, ✗ does not hold. The test was fixed before the run, or the claim says how it was revised: unfold it.",
      "**Exercises**: a command each. Predict first, then run it, then unfold the answer.",
      "**Folded parts**: longer derivations and controls. Skip them at first reading.",
    ])
    notebook.section("How long things take")
    notebook.text(
      """
      A page is read in ten minutes. `swift run Lesson04` takes some seconds, once it is built; the first build takes a minute
      or two. `make plots` builds everything, runs every lesson and redraws every figure, in a few minutes.
      """)
  }
}

import Datasets
import Descent
import Experiments
import Notebook

/// Products of whole numbers, files, and the exercises.
extension Lesson38 {
  func tellOfWholeNumbers(
    _ trials: Trials<Arm, Run>, _ whole: Summary, _ task: LeNetTask, _ nets: Nets, in notebook: Notebook
  ) async {
    let seeds = trials.seeds.count
    let dense = format()
    notebook.section("Whole numbers in memory, and in the file")
    notebook.text(
      """
      A layer can compute in whole numbers if its inputs x become such, too: from 0 to 255, with a scale and a **zero
      point** z that stands for 0:
      """)
    notebook.equation(
      latex: #"x \approx s_x (q_x - z), \qquad y = s_w\, s_x \sum q_w\, (q_x - z)"#,
      plain: "x ≈ sₓ (qₓ − z),   y = s_w sₓ Σ q_w (qₓ − z)")
    notebook.text(
      """
      One product is up to 127 · 255 = 32,385, nearly all that 16 bits hold. Sums get 32 bits, enough for
      \(grouped(Int(Int32.max) / (127 * 255))) of them.

      The range of the inputs is that of each batch as it comes: **dynamic**, as in PyTorch's `quantize_dynamic`, which
      note 1 has us call with the model and `qint8`. It converts dense layers, and leaves convolutions as they are:
      """)
    let network = nets[common.seed].network
    let sums = await Runs(seeds: trials.seeds, "sums") { Sums(dense, nets[$0], task) }
    func size(_ format: Format, _ isWhole: (String) -> Bool) -> Int { network.file(format, isWhole).encoded().count }
    let floats = size(dense) { _ in false }
    let notes = size(dense) { $0.hasPrefix("fc") }
    let (all, perOutput) = (size(dense) { _ in true }, size(format(perOutput: true)) { _ in true })
    func ratio(_ size: Int) -> Double { Double(floats) / Double(size) }
    notebook.table(
      columns: ["weights in 8 bits", "bytes of the file", "times smaller"],
      rows: [
        ("none", floats), ("dense layers", notes), ("all layers", all),
        ("all layers, a scale for each output", perOutput),
      ]
      .map { [$0.0, grouped($0.1), fixed(ratio($0.1), 2)] },
      caption: "Files as they are written (safetensors), with names, biases and scales.")
    notebook.text(
      """
      A network made of convolutions would hardly shrink. Note 1 also promises a quarter of the memory's bandwidth: true
      of the weights; between layers the numbers are floats here. The time that this saves is not measured.
      """)
    notebook.shows("1.130")
    notebook.claim(
      "38.7", "Eight bits instead of 32 make the model four times smaller.",
      test: """
        in files, dense layers alone make it at most 3.6 times smaller, all layers, with either kind of scale, 3.8 to 4
        times
        """,
      source: .note(
        1, "Quantization",
        corrected: Correction(
          "C31", .imprecise,
          """
          `quantize_dynamic` converts dense layers and leaves convolutions in 32 bits; PyTorch has since deprecated
          `torch.ao.quantization`.
          """)),
      rows: ["1.129", "1.131"], verdict: .holdsIf("all layers are converted"),
      when: ratio(notes) <= 3.6 && [all, perOutput].allSatisfy { (3.8...4).contains(ratio($0)) },
      measured: "\(fixed(ratio(all), 2)) times, but \(fixed(ratio(notes), 2)) by the notes' call")
    let half = Int(Int16.max)
    notebook.claim(
      "38.8", "Sums of products of 8-bit numbers outgrow 16 bits, and 32 hold them exactly.",
      test: """
        in every seed some sum on the test digits is beyond \(grouped(half)), the largest number of 16 bits, and all
        sums in 32 bits are exact
        """,
      source: .paper("Jacob et al. 2018", "https://arxiv.org/abs/1712.05877"), verdict: .holds,
      when: sums.largest.minimum > Double(half) && sums.inexact.maximum == 0,
      measured: "the largest sum is \(grouped(Int(sums.largest.maximum)))", runs: seeds)
  }

  func setExercises(_ task: LeNetTask, _ nets: Nets, in notebook: Notebook) async throws {
    try await exercise(
      "--outlier 30",
      "The unit is thirty times as large. Predict how many bits the others of fc1 have left, and what is read.",
      in: notebook
    ) { lesson in
      let trials = await lesson.trials(task, nets, [.enlarged(lesson.format(), by: lesson.outlier)])
      let reach = 127 / (lesson.outlier * nets.ratio.mean)
      return """
        Their largest weight reaches \(fixed(reach, 1)) instead of 127. That takes log₂(\(fixed(reach, 1)) + 1) + 1 =
        \(fixed(bitsHolding(reach), 1)) bits, and \(fixed(trials[trials.arms[0]].accuracy.mean, 1)) % are read.
        """
    }
    try await exercise(
      "--epochs 3",
      """
      Two bits learn on for three epochs. Predict what they read, and what 32 bits that learn on as long, before and
      after rounding.
      """, in: notebook
    ) { lesson in
      let trials = await lesson.trials(task, nets, [lesson.through, lesson.unrounded, lesson.afterwards])
      let accuracies = trials.arms.map { fixed(trials[$0].accuracy.mean, 1) }
      return """
        Two bits read \(accuracies[0]) %, 32 bits \(accuracies[1]) %, and \(accuracies[2]) % if they are rounded
        afterwards.
        """
    }
    try await exercise(
      "--rounding down",
      "Each weight goes to the level below it: an error of up to s instead of s/2. Predict: how many bits does that cost?",
      in: notebook
    ) { lesson in
      let arms = [8, 4, 3].map { Arm.rounded(lesson.format($0)) }
      let trials = await lesson.trials(task, nets, arms)
      let nearest = await lesson.trials(task, nets, [.rounded(Format(bits: 4))])
      return """
        Far more than one. With eight bits the error of the logits is already
        \(fixed(100 * trials[arms[0]].error.mean, 0)) %; by rounding to the nearest four bits have
        \(fixed(100 * nearest[nearest.arms[0]].error.mean, 0)) %. Four bits read
        \(fixed(trials[arms[1]].accuracy.mean, 0)) %, three \(fixed(trials[arms[2]].accuracy.mean, 0)) %. All errors
        have one sign: n of them add up to n, not to √n.
        """
    }
  }
}

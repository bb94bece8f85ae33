import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 37 · Distillation
///
/// A large network's answers say which wrong classes an image resembles: with few images that is worth more than labels.
@main struct Lesson37: Lesson {
  static let card = LessonCard.number(37)
  @OptionGroup var common: CommonOptions
  @Option("Temperature T of the answers", .from(0.5...100)) var temperature = 8.0
  @Option("Images that are few", .from(10...400)) var images = 30
  @Option("Digit that the student never sees", .from(0...9)) var omit = 5

  /// The answers at the lesson's temperature, and those that say no more than a label.
  var soft: Targets { .answers(at: temperature) }
  var evened: Targets { .evened(at: temperature) }
  var plainAnswers: Targets { .answers(at: 1) }
  /// How many images the student sees.
  var sizes: [Int] { [images] + [50, 100, 200, 400, 1200].filter { $0 > images } }
  /// The sizes that are few, as the claims have it.
  var fewSizes: [Int] { sizes.filter { $0 <= max(100, images) } }
  var atT: String { "at T = \(plain(temperature))" }

  func write(in notebook: Notebook) async throws {
    tellOfThePaper(in: notebook)
    let teacher = await Teacher(try Digits.load(), seed: common.seed)
    let trials = await trials(of: teacher)
    let long = await longTrials(of: teacher)
    tellOfTheTeacher(teacher, in: notebook)
    tellOfFewImages(trials, long.few, teacher, in: notebook)
    await tellOfRates(of: teacher, in: notebook)
    tellOfTemperature(trials, long.few, in: notebook)
    tellOfTheFactor(trials, in: notebook)
    tellOfTheUnseen(trials, long.few, long.unseen, in: notebook)
    tellOfNoise(trials, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Ask for the teacher's logits, once, and keep them: from them come the answers at any temperature, best at a high one.",
      "Multiply the soft loss by T², above all where there are labels too.",
    ])
    try await setExercises(trials, teacher, in: notebook)
    notebook.answer(
      """
      That this three looks rather like an eight and hardly like a one. Labels leave that out; a student that hears it learns far more from
      a few images, and even a digit that it never sees.
      """)
  }

  /// All comparisons, from the same seeds.
  func trials(of teacher: Teacher) async -> Trials<Arm, Run> {
    let few = sizes.flatMap { size in [.labels, evened, soft].map { digits(size, $0) } }
    let hot = temperatures.map { digits(images, .answers(at: $0)) } + [digits(images, .logits)]
    let factor = factorArms.flatMap { [$0, $0.unscaled] }
    return await runs(unseenArms + few + hot + factor + [.labels, soft].map(noise), of: teacher)
  }

  /// What ten times the steps bring to students of few images, and to those that never saw a digit, on the way.
  func longTrials(of teacher: Teacher) async -> (few: Trials<Arm, Run>, unseen: Trials<Arm, Run>) {
    let few = ([.labels] + Self.cold.map { .answers(at: $0) }).map { digits(images, $0).long }
    return (
      await runs(few, of: teacher), await runs(unseenTargets.map { unseen(omit, $0).long }, of: teacher, seeds: 3)
    )
  }

  func runs(_ arms: [Arm], of teacher: Teacher, seeds: Int = 6) async -> Trials<Arm, Run> {
    var seen: Set<Arm> = []
    return await Trials(arms.filter { seen.insert($0).inserted }, seeds: common.seeds(seeds)) { arm, seed in
      Run(arm, of: teacher, seed: seed, looking: arm.steps == Arm.longSteps)
    }
  }

  func digits(_ size: Int, _ targets: Targets) -> Arm { Arm(images: .digits(size), targets: targets) }
}

// MARK: - On paper

extension Lesson37 {
  /// A three that looks like an eight, and hardly like a one: the logits of teacher and student.
  static let paper = (teacher: [5.0, 2, 0], student: [3.0, 2, 1])

  private func tellOfThePaper(in notebook: Notebook) {
    let (teacher, student) = Self.paper
    let q = softened(student, at: 1)
    notebook.section("What a label leaves out")
    notebook.text(
      """
      A small network, the **student**, looks at a three and gives three, eight and one the scores (logits) 3, 2 and 1: by softmax
      the probabilities \(listed(q.map { fixed($0, 3) })). Training moves each logit against the gradient of the
      loss, which for cross-entropy is the probability, less 1 at the label. So the label pushes the eight down most, *because* the
      student finds an eight likely. That it is right to find an eight likelier than a one, no label says.

      A large network that has seen many digits, the **teacher**, knows: its logits are 5, 2 and 0. But as probabilities these
      are nearly a label. Divide all logits by a **temperature** T, and the small ones can be heard:
      """)
    func row(_ name: String, _ numbers: [Double]) -> [String] { [name] + numbers.map { fixed($0, 3) } }
    notebook.table(
      columns: ["", "three", "eight", "one"],
      rows: [
        ["label", "1", "0", "0"], row("teacher, T = 1", softened(teacher, at: 1)),
        row("teacher, T = 4", softened(teacher, at: 4)),
        row("gradient from the label", [q[0] - 1, q[1], q[2]]),
        row("gradient from the teacher, T = 4", softGradient(student: student, teacher: teacher, at: 4)),
      ],
      caption: "Probabilities; below, gradients by the student's logits.")
    notebook.text(
      """
      In the last row the order has turned: now the one is pushed down most. That is **distillation**, which note 1 only names, in
      two headings: the student's softened answer shall be the teacher's,
      """)
    notebook.shows("1.94")
    notebook.equation(
      latex: #"""
        p = \text{softmax}(z_t / T), \qquad q = \text{softmax}(z_s / T), \qquad
        L = -T^2 \sum_k p_k \ln q_k, \qquad \frac{\partial L}{\partial z_s} = T\,(q - p)
        """#,
      plain: "p = softmax(z_t/T),   q = softmax(z_s/T),   L = −T² Σₖ pₖ ln qₖ,   ∂L/∂z_s = T (q − p)")
    notebook.text(
      """
      where z are logits, of the teacher (t) and of the student (s). Without T² the gradient would shrink like 1/T². T is for
      training alone; afterwards it is 1.
      """)
    notebook.code(
      "softmaxCrossEntropy(student(x) / T, targets: softmax(teacherLogits / T)) * (T * T)")
  }

  private func tellOfTheTeacher(_ teacher: Teacher, in notebook: Notebook) {
    let three = teacher.ordinary(3)
    let sure = [1, temperature].map { softmax(teacher.logits / $0).maximum(axis: 1).mean().item }
    let isSofter = sure[0] > 0.9 && sure[1] < 0.6
    notebook.section("A teacher for digits")
    notebook.text(
      """
      The teacher is three networks 64-300-100-10, trained on 1,200 of the digits, their logits averaged (\(lesson(18))).
      It reads \(fixed(teacher.accuracy, 1)) % of the 597 others. The student, 64-20-10, has 1,510 numbers, each of the three 50,610.
      To its likeliest class the teacher gives \(percent(sure[0], 0)) on average at T = 1\(temperature == 1 ? "" : ", and \(percent(sure[1], 0)) \(atT)").
      """)
    notebook.figure(
      answerFigure(
        three.pixels, unseenTemperatures.map { (softmax(three.logits / $0).scalars.map { 100 * $0 }, $0) },
        isSofter: isSofter),
      caption: "A typical 3: of half of the other 3s the teacher is more certain.")
  }
}

extension Teacher {
  /// The training image of a class whose likeliest class has the median probability among those of the class.
  func ordinary(_ digit: Int) -> (pixels: Tensor, logits: Tensor) {
    let places = training.labels.indices.filter { training.labels[$0] == digit }
    let sure = softmax(logits.take(rows: places)).maximum(axis: 1).scalars
    let middle = places[places.indices.sorted { sure[$0] < sure[$1] }[places.count / 2]]
    return (training.pixels.take(rows: [middle]), logits.take(rows: [middle]))
  }
}

// MARK: - Few images

extension Lesson37 {
  private func tellOfFewImages(
    _ trials: Trials<Arm, Run>, _ long: Trials<Arm, Run>, _ teacher: Teacher, in notebook: Notebook
  ) {
    let seeds = trials.seeds.count
    func gain(_ size: Int, _ targets: Targets) -> Summary {
      trials.difference(digits(size, targets), digits(size, .labels), \.accuracy)
    }
    func reads(_ targets: Targets) -> String { fixed(trials[digits(images, targets)].accuracy.mean, 1) }
    let (few, all) = (gain(images, soft), gain(1200, soft))
    let late = long.difference(digits(images, .answers(at: 8)).long, digits(images, .labels).long, \.accuracy)
    let isTelling = few.mean >= 5 && gain(images, evened).mean < few.mean / 4
    notebook.section("Few images")
    notebook.text(
      """
      Now N of the 1,200 images go to the student, either with their labels or with the teacher's answers. Every student takes
      760 steps with Adam at 0.003 and min(32, N) images; \(seeds) times, with other images and first weights. That is not fair to
      the labels: behind \(images) answers stand the 1,200 that the teacher had. (The claims' tests were fixed after trials from
      other seeds.)
      """)
    notebook.figure(
      imagesFigure(
        sizes, trials, evened: evened, soft: soft, temperature: temperature, teacher: teacher.accuracy,
        isTelling: isTelling && abs(all.mean) < 1.5),
      caption: "Means of \(seeds) draws, two of them with the least and the greatest; dashed, the teacher.")
    notebook.text(
      """
      \(images) labels teach \(reads(.labels)) % of the test digits, \(images) answers \(atT) teach \(reads(soft)) %. With all
      1,200 the gain is \(signed(all.mean)) points: then the labels say what the teacher knows.

      Or is it enough that a target is less sure of itself? In the line "wrong classes alike" the true class keeps its logit, and
      the nine others get their mean. Soft as well, such targets say no more than a label. They bring
      \(signed(gain(images, evened).mean)) points instead of \(signed(few.mean)).\(isTelling ? " What teaches is *which* wrong class." : "")
      """)
    notebook.claim(
      "37.1", "A teacher's answers teach much more than labels do.",
      test: """
        the condition is shown if with \(images) images the answers at T = \(plain(temperature)) read at least 5 points more than
        labels in 5 of 6 draws, and with 1,200 are within 1.5 points of labels on
        average\(images < 100 ? ", and with 100 gain less than with \(images)" : "")
        """,
      source: .paper("Hinton, Vinyals & Dean 2015", "https://arxiv.org/abs/1503.02531"),
      verdict: .holdsIf("images are few"),
      when: 6 * trials.count(digits(images, soft), digits(images, .labels)) { $0.accuracy >= $1.accuracy + 5 }
        >= 5 * seeds && abs(all.mean) <= 1.5
        && (images >= 100 || gain(100, soft).mean < few.mean),
      measured: "\(signed(few.mean)) points with \(images) images, \(signed(all.mean)) with 1,200",
      detail: "\(signed(late.mean)) with \(images) images in \(grouped(Arm.longSteps)) steps, at T = 8", runs: seeds)
    let gains = [soft, evened].map { targets in Summary(of: fewSizes.map { gain($0, targets).mean }).mean }
    notebook.claim(
      "37.2", "Soft targets help because they make the student less sure of itself, as smoothed labels do.",
      test: """
        does not hold if targets with the wrong classes alike bring at most a quarter of what the answers bring, on average over
        \(listed(fewSizes.map(grouped))) images
        """,
      source: .folklore, verdict: .doesNotHold, when: gains[0] > 0 && gains[1] <= gains[0] / 4,
      measured: "\(signed(gains[1])) points instead of \(signed(gains[0]))", runs: fewSizes.count * seeds)
    notebook.reference(
      "[Müller, Kornblith & Hinton 2019](https://arxiv.org/abs/1906.02629): smoothed labels, and what they erase")
  }

  /// Labels and answers at other rates.
  func tellOfRates(of teacher: Teacher, in notebook: Notebook) async {
    let rates = [0.001, 0.003, 0.01, 0.03]
    func arm(_ targets: Targets, _ rate: Double) -> Arm { digits(images, targets).changed { $0.rate = rate } }
    let others = await runs(rates.flatMap { [arm(.labels, $0), arm(soft, $0)] }, of: teacher)
    func means(_ targets: Targets) -> [Double] { rates.map { others[arm(targets, $0)].accuracy.mean } }
    notebook.folded("Is the rate to blame?") {
      notebook.text(
        """
        At rates of \(listed(rates.map(plain))), \(images) labels teach \(listed(means(.labels).map { fixed($0, 1) })) %, and
        the answers \(atT) \(listed(means(soft).map { fixed($0, 1) })) %.
        """)
    }
  }
}

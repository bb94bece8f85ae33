import Descent
import Experiments
import Gnuplot
import Notebook
import Numerics

extension Color {
  static let labels = Color.vermilion, evened = Color.orange, plainAnswers = Color.sky, softAnswers = Color.blue
}

private let theory = LineStyle(width: 1, pattern: .dashed)

/// A digit, and what the teacher answers at two temperatures, in percent.
func answerFigure(_ pixels: Tensor, _ answers: [(percent: [Double], temperature: Double)], isSofter: Bool) -> Figure {
  let classes = (0..<10).map(Double.init)
  let colors: [Color] = [.plainAnswers, .softAnswers]
  let (ink, side) = (pixels.scalars, Axis("", range: -0.5...7.5, ticks: []))
  return Figure(
    "answer",
    title: isSofter ? "Softened, the answer says what else the 3 resembles" : "A 3, and what the teacher answers",
    columns: 2,
    panels: [
      Panel(
        "the image", x: side, y: side, aspect: .equal, legend: .none,
        .heatMap(
          x: (0..<8).map(Double.init), y: (0..<8).map(Double.init),
          z: (0..<8).map { row in Array(ink[(7 - row) * 8..<(8 - row) * 8]) }, range: 0...1, colors: .ink,
          showsBar: false)),
      Panel(
        "the teacher's answer",
        x: Axis("class", ticks: classes.map { .init($0, fixed($0, 0)) }),
        y: Axis("probability", unit: "%", range: 0...105), legend: .inside(.topRight),
        marks: answers.indices.map { place in
          .bars(
            x: classes, y: answers[place].percent,
            label: "T = \(plain(answers[place].temperature))", color: colors[place], width: 0.8,
            column: "T \(place + 1)")
        }),
    ])
}

/// What students read against the number of images.
func imagesFigure(
  _ sizes: [Int], _ trials: Trials<Arm, Run>, evened: Targets, soft: Targets, temperature: Double, teacher: Double,
  isTelling: Bool
) -> Figure {
  let x = sizes.map(Double.init)
  func accuracies(_ targets: Targets) -> [Summary] {
    sizes.map { trials[Arm(images: .digits($0), targets: targets)].accuracy }
  }
  return Figure(
    "images",
    title: isTelling
      ? "Where images are few, a teacher's answers teach far more than labels"
      : "What a student reads, by the number of images", proportion: 0.55,
    Panel(
      x: Axis(
        "images that the student sees", scale: .log,
        ticks: [10, 30, 50, 100, 200, 400, 1200].map { .init($0, grouped(Int($0))) }),
      y: Axis("test digits read", unit: "%"), legend: .below,
      .horizontal(teacher, color: .black, style: theory),
      .summaries(x: x, accuracies(.labels), label: "labels", color: .labels),
      .line(
        x: x, y: accuracies(evened).map(\.mean), label: "answers, wrong classes alike", color: .evened,
        style: LineStyle(width: 1.5)),
      .summaries(x: x, accuracies(soft), label: "answers, T = \(plain(temperature))", color: .softAnswers)))
}

/// What students of few images read against the temperature, and a gradient on paper, both with their limits.
func temperatureFigure(
  _ temperatures: [Double], few: Int, _ trials: Trials<Arm, Run>, _ long: Trials<Arm, Run>, student: [Double],
  teacher: [Double], isLevel: Bool
) -> Figure {
  let axis = Axis("temperature T", scale: .log, ticks: [0.5, 1, 2, 4, 8, 20, 50, 100].map { .init($0, plain($0)) })
  func arm(_ targets: Targets) -> Arm { Arm(images: .digits(few), targets: targets) }
  let limits = matchingGradient(student: student, teacher: teacher)
  let classes: [(String, Color)] = [("three", .black), ("eight", .green), ("one", .orange)]
  let x = evenly(0...1, count: 81).map { Double.pow(temperatures[temperatures.count - 1], $0) }
  return Figure(
    "temperature",
    title: isLevel ? "Below a temperature of 8, heat saves time; above, all is level" : "Students and the temperature",
    columns: 2,
    panels: [
      Panel(
        "students of \(few) images", x: axis, y: Axis("test digits read", unit: "%"), legend: .below,
        .horizontal(trials[arm(.logits)].accuracy.mean, color: .black, style: theory),
        .summaries(
          x: Lesson37.cold, Lesson37.cold.map { long[arm(.answers(at: $0)).long].accuracy },
          label: "\(grouped(Arm.longSteps)) steps", color: .green),
        .summaries(
          x: temperatures, temperatures.map { trials[arm(.answers(at: $0))].accuracy }, label: "760 steps",
          color: .softAnswers),
        .horizontal(trials[arm(.labels)].accuracy.mean, label: "labels", color: .labels)),
      Panel(
        "the gradient on paper", x: axis, y: Axis("T (q − p)", range: -0.7...0.7), legend: .direct,
        marks: classes.indices.flatMap { place -> [Mark] in
          [
            .line(
              x: x, y: x.map { softGradient(student: student, teacher: teacher, at: $0)[place] },
              label: classes[place].0, color: classes[place].1),
            .horizontal(limits[place], color: classes[place].1, style: theory),
          ]
        }),
    ])
}

/// What is read of a digit never seen, step by step.
func unseenFigure(omit: Int, _ temperatures: [Double], _ students: [Runs<Run>], isTelling: Bool) -> Figure {
  let colors: [Color] = [.labels, .plainAnswers, .softAnswers]
  let names = ["labels"] + temperatures.map { "answers, T = \(plain($0))" }
  let ticks = [100, 1000, 7600].map { Axis.Tick($0, grouped(Int($0))) }
  return Figure(
    "strange",
    title: isTelling ? "Answers teach a digit that the student never sees" : "Students of digits that lack one",
    proportion: 0.5,
    Panel(
      x: Axis("steps", scale: .log, ticks: ticks), y: Axis("test \(omit)s read", unit: "%", range: 0...100),
      legend: .below,
      marks: students.indices.map { place in
        .summaries(
          x: Run.places(Arm.longSteps).map(Double.init), students[place].readings.places, label: names[place],
          color: colors[place], points: false)
      }))
}

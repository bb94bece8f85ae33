import Gnuplot
import Notebook

extension Regularization {
  var name: String {
    switch self {
    case .l1Proximal: "L1, proximal"
    case .l1InLoss: "L1 in the loss"
    case .l2, .l2WithBiases: "L2"
    case .signedSum: "L1 without |·|"
    case .weightDecay: "weight decay"
    }
  }
}

/// Accuracy and exact zeros on the digits against the strength of the penalty.
func digitsFigure(_ study: DigitsStudy) -> Figure {
  func panel(_ axis: Axis, _ figure: @escaping (SparseDigits.Outcome) -> Double) -> Panel {
    func series(_ method: Regularization) -> [Summary] {
      study.strengths.map { study.summary(method, $0) { 100 * figure($0) } }
    }
    func band(_ label: String, _ color: Color, _ series: [Summary]) -> Mark {
      .band(
        x: study.strengths, lower: series.map { $0.mean - $0.standardDeviation },
        upper: series.map { $0.mean + $0.standardDeviation }, label: label, color: color)
    }
    func line(_ label: String, _ color: Color, _ series: [Summary], _ style: LineStyle = .solid) -> Mark {
      .line(x: study.strengths, y: series.map(\.mean), label: label, color: color, style: style)
    }
    let (l2, l1, l1InLoss) = (series(.l2), series(study.l1), series(study.l1InLoss))
    return Panel(
      x: Axis("strength λ", scale: .log), y: axis, legend: .below,
      band("L2", .l2, l2), band(study.l1.name, .l1, l1), line("L2", .l2, l2), line(study.l1.name, .l1, l1),
      line(study.l1InLoss.name, .subgradient, l1InLoss, .dashed))
  }
  return Figure(
    "digits",
    title: study.l1 == .l1Proximal
      ? "Both ways to do L1 classify alike; only the proximal step makes weights exactly zero"
      : "Without its absolute value L1 changes no prediction and makes no zero",
    columns: 2,
    panels: [
      panel(Axis("test accuracy", unit: "%"), \.accuracy),
      panel(Axis("weights that are exactly zero", unit: "%", range: 0...103), \.zeroShare),
    ])
}

/// The weights of the first seed as ten pictures of 8 × 8 pixels, under L1 and L2, with a dot on each exact zero.
func weightsFigure(_ study: DigitsStudy) -> Figure {
  let runs = [study.l1, .l2].map { method in
    (name: method.name, weights: study(method, study.featured)[0].weights)
  }
  let zeros = study(study.l1, study.featured)[0].zeroShare
  let largest = runs.flatMap(\.weights).reduce(0) { max($0, abs($1)) }
  return Figure(
    "weights", title: "L1 sets \(percent(zeros, 0)) of the weights to exactly zero (dots); L2 keeps a little of all",
    columns: 2, panels: runs.map { weightsPanel($0.name, $0.weights, range: -largest...largest) })
}

/// Two rows of five digits on one sheet; every pixel has a place, and the places between the pictures stay blank.
private func weightsPanel(_ name: String, _ weights: [Double], range: ClosedRange<Double>) -> Panel {
  let (pitch, rowPitch) = (9, 11)
  let (width, height) = (5 * pitch + 1, 2 * rowPitch)
  var sheet = [[Double]](repeating: [Double](repeating: .nan, count: width), count: height)
  var zeros: (x: [Double], y: [Double]) = ([], [])
  var labels: [Mark] = []
  for digit in 0..<10 {
    let left = 1 + digit % 5 * pitch
    let top = height - 3 - digit / 5 * rowPitch  // the sheet's rows count upwards
    labels.append(.text("\(digit)", at: (Double(left) - 0.5, Double(top) + 1.3)))
    for pixel in 0..<64 {
      let (x, y) = (left + pixel % 8, top - pixel / 8)
      let weight = weights[64 * digit + pixel]
      sheet[y][x] = weight
      if weight == 0 { zeros = (zeros.x + [Double(x)], zeros.y + [Double(y)]) }
    }
  }
  return Panel(
    name, x: Axis("", ticks: []), y: Axis("", ticks: []), aspect: .equal,
    marks: [
      .heatMap(
        x: (0..<width).map(Double.init), y: (0..<height).map(Double.init), z: sheet, label: "weight", range: range,
        colors: .diverging),
      .points(x: zeros.x, y: zeros.y, color: .grey, size: 0.4, column: "exact_zero"),
    ] + labels)
}

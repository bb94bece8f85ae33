import Datasets
import Descent
import Experiments
import Gnuplot
import Notebook

/// Three of each digit as ink, on one sheet with a frame around each.
func inkFigure(_ digits: Digits) -> Figure {
  let (copies, side, stride) = (3, 8, 10)
  let (width, height) = (stride * Digits.classCount, stride * copies)
  var sheet = [[Double]](repeating: [Double](repeating: .nan, count: width), count: height)
  var frames: [Mark] = []
  for digit in 0..<Digits.classCount {
    let places = digits.labels.indices.filter { digits.labels[$0] == digit }.prefix(copies)
    for (row, place) in places.enumerated() {
      let pixels = digits.pixels.take(rows: [place]).scalars
      // Rows of a sheet count from below, rows of pixels from above.
      let (left, bottom) = (stride * digit + 1, height - stride * (row + 1) + 1)
      for y in 0..<side {
        for x in 0..<side { sheet[bottom + side - 1 - y][left + x] = pixels[side * y + x] }
      }
      let edges = (left: Double(left) - 0.5, bottom: Double(bottom) - 0.5)
      frames.append(
        .line(
          x: [0, 8, 8, 0, 0].map { edges.left + $0 }, y: [0, 0, 8, 8, 0].map { edges.bottom + $0 }, color: .grey,
          style: .thin, column: "frame_\(digit)_\(row)"))
    }
  }
  return Figure(
    "digits", title: "Each digit is 8 × 8 pixels of ink, from 0 to 1",
    Panel(
      x: Axis("", ticks: []), y: Axis("", ticks: []), aspect: .equal, legend: .none,
      marks: [
        .heatMap(
          x: (0..<width).map(Double.init), y: (0..<height).map(Double.init), z: sheet, label: "ink", range: 0...1,
          colors: .ink, showsBar: false)
      ] + frames))
}

/// The other three sets of data.
func dataFigure(_ moons: LabelledPoints, _ weather: SeattleWeather, _ tumours: BreastCancer) throws -> Figure {
  let temperatures = weather[.maximumTemperature]
  func points(_ x: [Double], _ y: [Double], _ labels: [Int], _ label: Int, _ words: String, _ color: Color) -> Mark {
    let places = labels.indices.filter { labels[$0] == label }
    return .points(
      x: places.map { x[$0] }, y: places.map { y[$0] }, label: words, color: color, size: 0.6, opacity: 0.6,
      column: words)
  }
  func column(_ tensor: Tensor, _ index: Int) -> [Double] {
    let (rows, columns, all) = (tensor.shape[0], tensor.shape[1], tensor.scalars)
    return (0..<rows).map { all[columns * $0 + index] }
  }
  let (moonX, moonY) = (column(moons.points, 0), column(moons.points, 1))
  let (radius, texture) = (column(tumours.features, 0), column(tumours.features, 1))
  return Figure(
    "data", title: "Half circles to separate, temperatures to average, tumours to diagnose", columns: 3,
    panels: [
      Panel(
        "moons", x: Axis("x₁"), y: Axis("x₂"), aspect: .equal, legend: .none,
        points(moonX, moonY, moons.labels, 0, "outer", .blue),
        points(moonX, moonY, moons.labels, 1, "inner", .vermilion)),
      Panel(
        "weather in Seattle", x: Axis("day"), y: Axis("highest temperature", unit: "°C"), legend: .none,
        .points(
          x: temperatures.indices.map(Double.init), y: temperatures, color: .blue, size: 0.3, opacity: 0.6,
          column: "temperature")),
      Panel(
        "breast tumours", x: Axis("mean radius"), y: Axis("mean texture"), legend: .inside(.bottomRight),
        points(radius, texture, tumours.labels, 1, "benign", .blue),
        points(radius, texture, tumours.labels, 0, "malignant", .vermilion)),
    ])
}

/// Loss and accuracy of the shared network by epoch.
func trainingFigure(_ runs: Runs<Run>) -> Figure {
  let epochs = (1...runs.losses.places.count).map(Double.init)
  func panel(_ axis: Axis, _ summaries: SeriesSummary, _ name: String) -> Panel {
    Panel(x: Axis("epoch"), y: axis, legend: .none, .summaries(x: epochs, summaries.places, label: name))
  }
  return Figure(
    "training",
    title: runs.accuracy.mean > 80
      ? "The loss falls, and the network learns to read" : "The loss and the accuracy, epoch by epoch", columns: 2,
    panels: [
      panel(Axis("training loss", scale: .log), runs.losses, "loss"),
      panel(Axis("test accuracy", unit: "%"), runs.accuracies, "accuracy"),
    ])
}

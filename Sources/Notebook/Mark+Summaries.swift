import Experiments
import Gnuplot

extension Mark {
  /// What several runs gave at each x: a band from the least to the greatest, the mean as a line, and a point on it.
  ///
  /// A series of the runs goes in by its `places`: `.summaries(x: epochs, runs.losses.places, label: "loss")`.
  ///
  /// ```swift
  /// .summaries(x: rates, sweep.curve(.adam, \.accuracy), label: "Adam", color: .adam)
  /// ```
  ///
  /// - Precondition: there is a summary for each x.
  public static func summaries(
    x: [Double], _ summaries: [Summary], label: String, color: Color? = nil, style: LineStyle = .solid,
    points: Bool = true, column: String? = nil
  ) -> Mark {
    .summaries(
      x: x, mean: summaries.map(\.mean), lower: summaries.map(\.minimum), upper: summaries.map(\.maximum),
      label: label, color: color, style: style, points: points, column: column)
  }
}

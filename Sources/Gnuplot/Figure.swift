/// A picture as a value: a title that says what to see, and panels; drawn by gnuplot, written beside its data.
///
///     let figure = Figure(
///       "digits-accuracy", title: "Adam and momentum end at the same accuracy",
///       Panel(
///         x: Axis("epoch"), y: Axis("test accuracy", unit: "%"),
///         .line(x: epochs, y: adam, label: "Adam", color: .green),
///         .line(x: epochs, y: momentum, label: "momentum", color: .vermilion)))
///     try figure.write(to: "plots")  // digits-accuracy.dat, .gp and .svg
public struct Figure: Sendable {
  /// The stem of the files: NAME.dat, NAME.gp, NAME.svg.
  public let name: String
  /// The sentence above the picture.
  public let title: String
  /// The number of panels in a row.
  public let columns: Int
  /// The panels, row by row.
  public let panels: [Panel]
  /// Which ranges all panels share.
  public let shared: SharedAxes
  /// Height over width of a panel's axes; the layout chooses where it is nil.
  public let proportion: Double?
  /// How the figure moves in NAME.gif; it stands still where it is nil.
  public let animation: Animation?

  /// The axes whose range is the same in all panels, and whose numbers then stand only at the outer ones.
  public struct SharedAxes: OptionSet, Sendable, Hashable {
    /// The set as bits.
    public let rawValue: Int
    /// The set from bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The horizontal axis.
    public static let x = SharedAxes(rawValue: 1)
    /// The vertical axis.
    public static let y = SharedAxes(rawValue: 2)
  }

  /// A figure with one panel.
  public init(
    _ name: String, title: String, proportion: Double? = nil, animation: Animation? = nil, _ panel: Panel
  ) {
    self.init(name, title: title, columns: 1, proportion: proportion, animation: animation, panels: [panel])
  }

  /// Small multiples, `columns` in a row.
  public init(
    _ name: String, title: String, columns: Int, shared: SharedAxes = [], proportion: Double? = nil,
    animation: Animation? = nil, panels: [Panel]
  ) {
    precondition(
      !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\n") && !name.contains("\0"),
      "The name of a figure is the stem of its files, but is “\(name)”.")
    precondition(columns > 0, "A figure needs at least one column of panels, but has \(columns).")
    if let proportion {
      precondition(
        proportion > 0 && proportion.isFinite, "The proportion of a figure must be positive, but is \(proportion).")
    }
    self.name = name
    self.title = title
    self.columns = max(1, min(columns, panels.count))
    self.shared = shared
    self.proportion = proportion
    self.animation = animation
    self.panels = panels.isEmpty ? [Panel(x: Axis(""), y: Axis(""))] : panels
  }
}

/// A film of the figure: lines, bands, points and trajectories grow over its frames.
///
/// gnuplot's GIF knows no dashes; closed forms are dashed all the same, other dashed lines are solid in a film.
public struct Animation: Sendable, Hashable {
  /// The number of growing frames; the picture then stands for 1.2 s.
  public let frames: Int
  /// The time of a frame.
  public let secondsPerFrame: Double

  /// A film of so many frames.
  public init(frames: Int = 60, secondsPerFrame: Double = 0.08) {
    precondition(frames > 0, "An animation needs at least one frame, but has \(frames).")
    precondition(
      secondsPerFrame >= 0.01 && secondsPerFrame.isFinite,
      "A frame must last at least 0.01 s, but lasts \(secondsPerFrame) s.")
    self.frames = frames
    self.secondsPerFrame = secondsPerFrame
  }

  /// The last frame: after the growing ones the picture stands for 1.2 s.
  var lastFrame: Int { frames + max(1, Int((1.2 / secondsPerFrame).rounded())) }
}

/// The file format of a picture.
public enum Format: String, Sendable, Hashable, CaseIterable {
  /// Scalable, for pages.
  case svg
  /// Pixels.
  case png
  /// Scalable, for print.
  case pdf
}

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
  /// Whether this is the thumbnail: narrow, so that its text stays large when it is shown small.
  var isSmall = false
  /// How the figure moves in NAME.gif; it stands still where it is nil.
  public let animation: Animation?

  /// What is the same in all panels; the numbers of a shared axis stand only at the outer ones.
  public struct SharedAxes: OptionSet, Sendable, Hashable {
    /// The set as bits.
    public let rawValue: Int
    /// The set from bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The horizontal axis.
    public static let x = SharedAxes(rawValue: 1)
    /// The vertical axis.
    public static let y = SharedAxes(rawValue: 2)
    /// The colours of heat maps: one range, and one bar on the right for all panels.
    public static let color = SharedAxes(rawValue: 4)
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
    for mark in panels.flatMap(\.marks) {
      guard let frames = mark.frames else { continue }
      precondition(
        frames.lowerBound >= 1 && frames.upperBound <= animation?.frames ?? 0,
        "A mark is for frames \(frames.lowerBound) to \(frames.upperBound) of a film of \(animation?.frames ?? 0).")
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

/// A film of the figure: lines, bands, points and trajectories grow over its frames, unless they are given frames
/// (`Mark.frames`) or are whole (`Mark.whole`); closed forms are whole.
public struct Animation: Sendable, Hashable {
  /// The number of frames; the last one then stands for 1.2 s.
  public let frames: Int
  /// The time of a frame.
  public let secondsPerFrame: Double
  /// The frame that the still picture shows of marks that have frames, and whose caption it has.
  public let stillFrame: Int
  /// A line above the panels for each frame, such as "step 12"; none where it is empty.
  public let captions: [String]

  /// A film of so many frames.
  public init(frames: Int = 60, secondsPerFrame: Double = 0.08, stillFrame: Int? = nil, captions: [String] = []) {
    precondition(frames > 0, "An animation needs at least one frame, but has \(frames).")
    precondition(
      secondsPerFrame >= 0.01 && secondsPerFrame.isFinite,
      "A frame must last at least 0.01 s, but lasts \(secondsPerFrame) s.")
    precondition(
      (1...frames).contains(stillFrame ?? frames),
      "The still picture shows one of the frames 1 to \(frames), not \(stillFrame ?? frames).")
    precondition(
      captions.isEmpty || captions.count == frames,
      "An animation needs a caption for each of its \(frames) frames, but has \(captions.count).")
    self.frames = frames
    self.secondsPerFrame = secondsPerFrame
    self.stillFrame = stillFrame ?? frames
    self.captions = captions
  }

  /// The last frame: after the others the picture stands for 1.2 s.
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

/// One pair of axes with the marks drawn in it.
public struct Panel: Sendable {
  /// How a unit of x compares with a unit of y on paper.
  public enum Aspect: Sendable, Hashable {
    /// As the room allows.
    case free
    /// The same length, as maps and contour plots need it.
    case equal
  }

  /// Where the labels of the marks stand.
  public enum Legend: Sendable, Hashable {
    /// At the line ends where they fit, otherwise below the figure.
    case automatic
    /// At the line ends.
    case direct
    /// Below the figure, shared by all panels.
    case below
    /// Inside the panel, in a corner.
    case inside(Corner)
    /// Nowhere.
    case none
  }

  /// A corner of a panel.
  public enum Corner: String, Sendable, Hashable {
    /// Above, on the left.
    case topLeft = "left top"
    /// Above, on the right.
    case topRight = "right top"
    /// Below, on the left.
    case bottomLeft = "left bottom"
    /// Below, on the right.
    case bottomRight = "right bottom"
  }

  var title: String?
  var x: Axis
  var y: Axis
  var aspect: Aspect
  var legend: Legend
  var marks: [Mark]

  /// A panel with its marks, the first at the back.
  public init(
    _ title: String? = nil, x: Axis, y: Axis, aspect: Aspect = .free, legend: Legend = .automatic, _ marks: Mark...
  ) {
    self.init(title, x: x, y: y, aspect: aspect, legend: legend, marks: marks)
  }

  /// A panel with a list of marks, the first at the back.
  public init(
    _ title: String? = nil, x: Axis, y: Axis, aspect: Aspect = .free, legend: Legend = .automatic, marks: [Mark]
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.aspect = aspect
    self.legend = legend
    self.marks = marks.flatMap(\.flattened)
  }

  /// Whether neither axis has a label or ticks, so that there is nothing to draw an axis for.
  var hasNoAxes: Bool { [x, y].allSatisfy { $0.label.isEmpty && $0.ticks?.isEmpty == true } }
}

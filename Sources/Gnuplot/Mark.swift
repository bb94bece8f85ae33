/// One thing drawn in a panel: a line, a band, a heat map, a mark …
///
/// Marks are values made by the static functions (`.line(x:y:label:)` and so on); later ones lie above earlier ones.
/// A mark without a colour takes the palette's next one; marks with the same label share it.
public struct Mark: Sendable {
  var content: Content
  var label: String?
  var color: Color?
  var style = LineStyle.solid
  /// The name of its column in the table; from the label, or else from the axis, where it is nil.
  var column: String?
  /// When a film shows it.
  var presence = Presence.growing

  /// When a film shows a mark.
  enum Presence: Sendable, Equatable {
    /// It grows over the frames.
    case growing
    /// It is whole from the first frame on.
    case whole
    /// It is whole in these frames and in no others.
    case frames(ClosedRange<Int>)
  }

  /// What is drawn, with its numbers.
  indirect enum Content: Sendable {
    case line(x: [Double], y: [Double], steps: Bool)
    case band(x: [Double], lower: [Double], upper: [Double])
    case points(x: [Double], y: [Double], shape: PointShape, size: Double)
    case errorBars(x: [Double], y: [Double], lower: [Double], upper: [Double])
    case bars(x: [Double], y: [Double], categories: [String], width: Double)
    case histogram(Histogram)
    case area(x: [Double], y: [Double])
    case curve(@Sendable (Double) -> Double)
    case contours(HeightMap, levels: [Double]?, labelled: Bool)
    case heatMap(
      HeightMap, label: String, scale: Axis.Scale, range: ClosedRange<Double>?, colors: ColorScale,
      showsBar: Bool)
    case arrows(x: [Double], y: [Double], dx: [Double], dy: [Double], scale: Double)
    case trajectory(x: [Double], y: [Double], dots: Bool)
    case horizontal(Double)
    case vertical(Double)
    case text(String, x: Double, y: Double, alignment: TextAlignment)
    case group([Mark])
  }
}

/// On which side of its point a text stands.
public enum TextAlignment: String, Sendable, Hashable {
  /// The text starts at the point.
  case left
  /// The text is centred on the point.
  case center
  /// The text ends at the point.
  case right
}

extension Mark {
  /// Several marks as one, for a list made by a loop: `.group(runs.map { .line(x: steps, y: $0, style: .thin) })`.
  public static func group(_ marks: [Mark]) -> Mark { Mark(content: .group(marks)) }

  /// Marks that a film shows in these frames only, and whole; frames count from 1.
  ///
  /// The still picture shows those of the animation's `stillFrame`.
  public static func frames(_ frames: ClosedRange<Int>, _ marks: Mark...) -> Mark {
    group(marks.map { $0.present(.frames(frames)) })
  }

  /// Other marks in each frame of a film, from 1 to `count`: `.frames(10) { k in [.line(x: x, y: fold(k))] }`.
  public static func frames(_ count: Int, _ marks: (_ frame: Int) -> [Mark]) -> Mark {
    group((1...max(1, count)).flatMap { frame in marks(frame).map { $0.present(.frames(frame...frame)) } })
  }

  /// Marks that are whole in every frame of a film, where lines, bands and points otherwise grow.
  public static func whole(_ marks: Mark...) -> Mark { group(marks.map { $0.present(.whole) }) }

  private func present(_ presence: Presence) -> Mark {
    var mark = self
    if case .group(let marks) = content { mark.content = .group(marks.map { $0.present(presence) }) }
    if mark.presence == .growing { mark.presence = presence }
    return mark
  }

  /// The frames that alone show it.
  var frames: ClosedRange<Int>? { if case .frames(let frames) = presence { frames } else { nil } }

  /// The marks without groups.
  var flattened: [Mark] {
    if case .group(let marks) = content { marks.flatMap(\.flattened) } else { [self] }
  }
}

/// Traps, naming both counts, when columns that belong together differ in length.
func requireSameCount(_ what: String, _ columns: (name: String, count: Int)...) {
  for column in columns.dropFirst() {
    precondition(
      column.count == columns[0].count,
      "\(what) needs as many \(column.name) as \(columns[0].name) values, but has \(column.count) and \(columns[0].count)."
    )
  }
}

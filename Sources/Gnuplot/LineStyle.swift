/// How a line is drawn.
public struct LineStyle: Sendable, Hashable {
  /// The pattern of a line.
  public enum Pattern: Sendable, Hashable {
    /// Unbroken: a measurement.
    case solid
    /// Dashed: theory.
    case dashed
    /// Dotted: a reference.
    case dotted
    /// Dashes and dots in turn: a second theory.
    case dashDotted
  }

  /// Width in pixels.
  public var width: Double
  /// Solid, dashed or dotted.
  public var pattern: Pattern
  /// From 0, invisible, to 1, opaque.
  public var opacity: Double

  /// A style; by default a solid opaque line of two pixels.
  public init(width: Double = 2, pattern: Pattern = .solid, opacity: Double = 1) {
    precondition(width > 0 && width.isFinite, "The width of a line must be positive, but is \(width).")
    precondition((0...1).contains(opacity), "The opacity of a line must be between 0 and 1, but is \(opacity).")
    self.width = width
    self.pattern = pattern
    self.opacity = opacity
  }

  /// The lengths of dashes and of gaps in pixels, in turn; nil where the line is unbroken.
  var dashes: [Double]? {
    switch pattern {
    case .solid: nil
    case .dashed: [9, 6]
    case .dotted: [2, 4]
    case .dashDotted: [9, 4, 2, 4]
    }
  }

  /// Two pixels, unbroken.
  public static let solid = LineStyle()
  /// Two pixels, dashed: theory.
  public static let dashed = LineStyle(pattern: .dashed)
  /// Two pixels, dotted: a reference.
  public static let dotted = LineStyle(pattern: .dotted)
  /// One pixel, pale: one seed of many.
  public static let thin = LineStyle(width: 1, opacity: 0.35)
  /// Three pixels: the mean among its seeds.
  public static let thick = LineStyle(width: 3)
}

/// The mark of a point.
public enum PointShape: Sendable, Hashable {
  /// A filled circle.
  case circle
  /// A ring.
  case ring
  /// A filled square.
  case square
  /// A filled triangle.
  case triangle
  /// A filled diamond.
  case diamond
  /// A diagonal cross.
  case cross

  /// gnuplot's number of the shape.
  var type: Int {
    switch self {
    case .circle: 7
    case .ring: 6
    case .square: 5
    case .triangle: 9
    case .diamond: 13
    case .cross: 2
    }
  }
}

/// An opaque colour, or one of the course's fixed palette (Okabe & Ito, told apart by colour-blind readers too).
public struct Color: Sendable, Hashable {
  /// Red, green and blue as 0xRRGGBB.
  public let rgb: UInt32

  /// A colour from 0xRRGGBB.
  public init(_ rgb: UInt32) {
    precondition(rgb <= 0xFF_FFFF, "A colour is 0xRRGGBB, but is \(String(rgb, radix: 16)).")
    self.rgb = rgb
  }

  /// Blue, the first series.
  public static let blue = Color(0x0072B2)
  /// Vermilion, the second series.
  public static let vermilion = Color(0xD55E00)
  /// Bluish green, the third series.
  public static let green = Color(0x009E73)
  /// Reddish purple, the fourth series.
  public static let purple = Color(0xCC79A7)
  /// Orange, the fifth series.
  public static let orange = Color(0xE69F00)
  /// Sky blue, the sixth series.
  public static let sky = Color(0x56B4E9)
  /// Black, the seventh series, and theory.
  public static let black = Color(0x000000)
  /// Grey: data in the background.
  public static let grey = Color(0x8C8C8C)

  /// The palette in its fixed order; a mark without a colour takes the next one.
  public static let palette: [Color] = [.blue, .vermilion, .green, .purple, .orange, .sky, .black]

  /// The same hue, dark enough to be read as text on white (contrast 4.5 or more, as WCAG 2 asks).
  public var readable: Color {
    var color = self
    while color.contrastOnWhite < 4.5 { color = color.scaled(by: 0.95) }
    return color
  }

  /// WCAG 2: (1 + 0.05) / (L + 0.05), L the relative luminance.
  var contrastOnWhite: Double {
    func linear(_ shift: UInt32) -> Double {
      let value = Double((rgb >> shift) & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
    }
    let luminance = 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    return 1.05 / (luminance + 0.05)
  }

  private func scaled(by factor: Double) -> Color {
    func channel(_ shift: UInt32) -> UInt32 { UInt32(Double((rgb >> shift) & 0xFF) * factor) << shift }
    return Color(channel(16) | channel(8) | channel(0))
  }

  /// As gnuplot writes it, `'#RRGGBB'`, or `'#AARRGGBB'` with AA the transparency.
  func gnuplot(opacity: Double = 1) -> String {
    let digits = hexadecimal(rgb, digits: 6)
    guard opacity < 1 else { return "'#\(digits)'" }
    return "'#\(hexadecimal(UInt32(((1 - opacity) * 255).rounded()), digits: 2))\(digits)'"
  }
}

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// How a heat map turns numbers into colours.
public enum ColorScale: Sendable, Hashable {
  /// Dark violet to yellow, evenly seen (viridis).
  case viridis
  /// White to slate blue: a quiet ground for trajectories.
  case pale
  /// White paper to black ink, for pictures such as handwritten digits.
  case ink
  /// Blue through white to vermilion; the range is made symmetric about zero.
  case diverging

  /// Evenly spaced stops.
  var stops: [Color] {
    switch self {
    case .viridis:
      [0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725].map(Color.init)
    case .pale: [0xFFFFFF, 0xE9EEF4, 0xCFDAE6, 0xB1C2D4, 0x8FA7BF].map(Color.init)
    case .ink: [0xFFFFFF, 0x000000].map(Color.init)
    case .diverging: [0x0072B2, 0x7FB4D6, 0xFFFFFF, 0xEAAE7F, 0xD55E00].map(Color.init)
    }
  }
}

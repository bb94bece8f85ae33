/// The one look of all figures: sizes in pixels, colours, distances.
enum Look {
  /// One family that every system has or replaces by its own.
  static let font = "Arial"
  /// What a browser tries in turn. A comma would end the name in a script, so it is written as XML writes it.
  static let svgFonts = "Arial&#44; Helvetica&#44; sans-serif"
  static let textSize = 13.0
  static let titleSize = 17.0
  static let panelTitleSize = 13.5
  static let captionSize = 14.0
  static let labelSize = 12.5
  static let tickSize = 12.0
  static let noteSize = 11.0

  static let ink = Color(0x1F1F1F)
  static let softInk = Color(0x4A4A4A)
  static let axis = Color(0x9A9A9A)
  static let grid = Color(0xE8E8E8)

  static let bandOpacity = 0.18
  /// Around the picture.
  static let margin = 16.0
  /// The length of a legend's sample and the room after it.
  static let sample = 24.0
}

extension Figure {
  /// The width of the picture in pixels.
  var width: Double {
    if isSmall { return columns == 1 ? 340 : 520 }
    return columns == 1 ? 720 : columns == 2 ? 800 : 920
  }

  /// About how many ticks look right.
  var tickCounts: (x: Int, y: Int) { isSmall ? (4, 4) : columns == 1 ? (8, 6) : columns == 2 ? (5, 5) : (4, 4) }
}

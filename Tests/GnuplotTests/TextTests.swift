import Testing

@testable import Gnuplot

@Suite("Text") struct TextTests {
  @Test(
    "What enhanced mode would take as a command is seen as typed", arguments: ["\\", "{", "}", "^", "_", "@", "&", "~"])
  func escaping(character: String) {
    #expect(GnuplotText.shown("a\(character)b") == "'a\\\(character)b'")
  }

  @Test("Quotes are doubled, line ends and controls become spaces, Unicode stays") func quoting() {
    #expect(GnuplotText.shown("it's ‖g‖ ≤ β") == "'it''s ‖g‖ ≤ β'")
    #expect(GnuplotText.shown("a\nb\tc") == "'a b c'")
    #expect(GnuplotText.quoted("a_b") == "'a_b'")
  }

  @Test("A comment stays on its line") func comments() {
    #expect(GnuplotText.comment("a\nset output") == "# a set output")
  }

  @Test("Long titles are broken at spaces, words are never broken") func wrapping() {
    let lines = TextMetrics.characters.wrapped("one two three", size: 1, width: 7)
    #expect(lines == ["one two", "three"])
    #expect(TextMetrics.characters.wrapped("extraordinary", size: 1, width: 5) == ["extraordinary"])
  }

  @Test("Fixed decimals round, and zero has no sign") func fixedDecimals() {
    #expect(decimals(0.125, 2) == "0.13")  // ties away from zero
    #expect(decimals(-0.001, 2) == "0.00")
    #expect(decimals(-12.5, 1) == "−12.5")
    #expect(decimals(7, 0) == "7")
  }

  @Test("Every colour of the palette has a readable shade of text (WCAG 2: contrast of at least 4.5)")
  func readableColors() {
    for color in Color.palette {
      #expect(color.readable.contrastOnWhite >= 4.5)
    }
    // Black on white is the greatest contrast there is: (1 + 0.05) / (0 + 0.05) = 21.
    #expect(abs(Color.black.contrastOnWhite - 21) < 1e-12)
    #expect(Color.blue.readable == .blue)
  }

  @Test("Opacity is written as gnuplot's transparency: 18 % opaque is D1 of FF transparent") func opacity() {
    #expect(Color(0x0072B2).gnuplot() == "'#0072B2'")
    // (1 − 0.18) · 255 = 209.1, which is 0xD1
    #expect(Color(0x0072B2).gnuplot(opacity: 0.18) == "'#D10072B2'")
  }
}

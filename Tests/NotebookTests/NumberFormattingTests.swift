import Notebook
import Testing

@Suite("Numbers as readers see them") struct NumberFormattingTests {
  @Test(
    "fixed rounds to decimals and has a true minus",
    arguments: [
      (2.345, 1, "2.3"), (-2.25, 1, "−2.2"), (-2.35, 1, "−2.4"), (1e6, 0, "1000000"), (0.5, 0, "0"), (1.5, 0, "2"),
    ])  // a tie that binary holds exactly, 2.25 or 0.5, goes to the even digit; 2.35 is 2.3500000000000001 in binary
  func decimals(value: Double, decimals: Int, text: String) { #expect(fixed(value, decimals) == text) }

  @Test("A number that rounds to zero has no sign") func negativeZero() {
    #expect(fixed(-0.004, 2) == "0.00")
    #expect([1.26, -0.3, 0, 0.04, 0.06].map { signed($0) } == ["+1.3", "−0.3", "0.0", "0.0", "+0.1"])
    #expect(fixed(-0.006, 2) == "−0.01")
    #expect(percent(-0.0) == "0.0\u{A0}%")
  }

  @Test(
    "Non-finite numbers have names", arguments: [(Double.infinity, "inf"), (-.infinity, "−inf"), (.nan, "nan")])
  func nonFinite(value: Double, text: String) {
    #expect(fixed(value, 2) == text)
    #expect(significant(value, 3) == text)
    #expect(percent(value) == "\(text)\u{A0}%")
  }

  @Test(
    "significant keeps digits that say something",
    arguments: [
      (0.036617, 3, "0.0366"), (12.345, 3, "12.3"), (9.996, 3, "10.0"), (275854.735, 3, "276000"), (-0.5, 1, "−0.5"),
      (7.6095835e10, 3, "7.61 × 10¹⁰"), (-1.68e-7, 2, "−1.7 × 10⁻⁷"), (0, 3, "0.00"), (999_999.6, 6, "1.00000 × 10⁶"),
      (123.456, 5, "123.46"), (5, 1, "5"),
    ])
  func digits(value: Double, digits: Int, text: String) { #expect(significant(value, digits) == text) }

  @Test("percent multiplies by a hundred and keeps its sign on the line") func percentage() {
    #expect(percent(0.123) == "12.3\u{A0}%")
    #expect(percent(1, 0) == "100\u{A0}%")
  }

  @Test("grouped marks thousands", arguments: [(0, "0"), (999, "999"), (1437, "1,437"), (-1_234_567, "−1,234,567")])
  func thousands(value: Int, text: String) { #expect(grouped(value) == text) }

  @Test("One thing is singular, none and many are plural") func things() {
    #expect([0, 1, 1437].map { counted($0, "step") } == ["0 steps", "1 step", "1,437 steps"])
  }

  @Test("listed joins words as a sentence does") func words() {
    #expect(listed([]) == "")
    #expect(listed(["a"]) == "a")
    #expect(listed(["a", "b", "c"]) == "a, b and c")
  }

  @Test("A knob's value is told with at most six digits, and a small one as a power of ten") func knobs() {
    #expect(plain(3.2882783878598962) == "3.28828")
    #expect(plain(0.1 + 0.2) == "0.3")
    #expect([plain(40), plain(-1), plain(1e-5), plain(3e-5)] == ["40", "−1", "10⁻⁵", "3 × 10⁻⁵"])
    #expect(exact(3.2882783878598962) == "3.2882783878598962")
  }
}

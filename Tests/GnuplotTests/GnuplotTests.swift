import Testing

@testable import Gnuplot

@Suite("Number text") struct NumberTexts {
  @Test("Numbers are written in the shortest form that reads back, anything non-finite as NaN") func shortest() {
    #expect(numberText(0.1) == "0.1")
    #expect(numberText(3) == "3")
    #expect(numberText(1e-5) == "1e-05")
    #expect(numberText(-.infinity) == "NaN")
  }
}

import Testing

@testable import Gnuplot

@Suite("Axes") struct AxisTests {
  @Test("A short range of decades has numbers between them: 1 to 50 is 1, 2, 5, 10, 20, 50") func shortDecades() {
    let range = AxisRange(scale: .log, lower: 1, upper: 50)
    #expect(Ticks.marks(for: range, count: 6).map(\.text) == ["1", "2", "5", "10", "20", "50"])
    #expect(Ticks.marks(for: AxisRange(scale: .log, lower: 1, upper: 100), count: 6).map(\.text) == ["1", "10", "100"])
  }

  private func ticks(_ lower: Double, _ upper: Double, _ scale: Axis.Scale = .linear, count: Int = 6) -> [String] {
    Ticks.marks(for: AxisRange(scale: scale, lower: lower, upper: upper), count: count).map(\.text)
  }

  @Test("Ticks stand at round numbers, with as many decimals as their step needs") func linearTicks() {
    #expect(ticks(0, 1) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(ticks(-3, 104) == ["0", "20", "40", "60", "80", "100"])
    #expect(ticks(0, 25_000, count: 5) == ["0", "5,000", "10,000", "15,000", "20,000", "25,000"])
  }

  @Test("Three steps of 0.2 are 0.6, not 0.6000000000000001") func exactTicks() {
    let marks = Ticks.marks(for: AxisRange(scale: .linear, lower: 0, upper: 1), count: 6)
    #expect(marks[3].value == 0.6)
  }

  @Test("Logarithmic ticks are powers of ten: plain between 0.001 and 10 000, with an exponent beyond")
  func logarithmicTicks() {
    #expect(ticks(0.001, 10, .log) == ["0.001", "0.01", "0.1", "1", "10"])
    #expect(ticks(1e-6, 1, .log, count: 8) == ["1e-6", "1e-5", "1e-4", "1e-3", "1e-2", "1e-1", "1e0"])
    let marks = Ticks.marks(for: AxisRange(scale: .log, lower: 1e-6, upper: 1), count: 8)
    #expect(marks[1].markup == "10^{−5}")
  }

  @Test("Within two decades 1, 2 and 5 serve as well") func shortLogarithmicTicks() {
    #expect(ticks(3, 60, .log) == ["5", "10", "20", "50"])
  }

  @Test("Very large and very small numbers share one power of ten") func scientificTicks() {
    #expect(ticks(0, 3e9, count: 3) == ["0", "1e9", "2e9", "3e9"])
    #expect(ticks(0, 2e-9, count: 4).last == "2.0e-9")
  }

  @Test("The range is that of the data, with air above and below; a range near zero starts at zero")
  func dataRange() {
    func range(_ values: [Double]) -> AxisRange {
      var extent = Extent(.linear)
      extent.include(values)
      return extent.range(for: Axis("y"), padding: 0.04)
    }
    // 4 % of 90 … 100 on both sides
    #expect(abs(range([90, 100]).lower - 89.6) < 1e-12 && abs(range([90, 100]).upper - 100.4) < 1e-12)
    #expect(range([1, 100]).lower == 0)
    #expect(range([5, 5]).lower < 5 && range([5, 5]).upper > 5)
    #expect(range([.nan, .infinity]).upper > range([.nan, .infinity]).lower)
    #expect(range([-1e308, 1e308]).upper.isFinite)
  }

  @Test("Zero and negative values have no place on a logarithmic axis") func logarithmicRange() {
    var extent = Extent(.log)
    extent.include([0, -1, 0.01, 10])
    let range = extent.range(for: Axis("loss", scale: .log), padding: 0)
    #expect(range.lower == 0.01 && range.upper == 10)
    #expect(abs(range.fraction(0.1) - 1.0 / 3) < 1e-15)  // one of three decades
  }

  @Test("A fixed end holds, the data decide the other") func halfOpenRange() {
    var extent = Extent(.linear)
    extent.include([3, 7])
    let range = extent.range(for: Axis("x", minimum: -1, maximum: nil), padding: 0)
    #expect(range.lower == -1 && range.upper == 7)
    // Even an end beyond all data leaves a range.
    #expect(extent.range(for: Axis("x", minimum: 9, maximum: nil), padding: 0).upper > 9)
  }

  @Test("A logarithmic axis refuses an end that is not positive") func refusal() async {
    await #expect(processExitsWith: .failure) { _ = Axis("rate", scale: .log, range: 0...1) }
  }
}

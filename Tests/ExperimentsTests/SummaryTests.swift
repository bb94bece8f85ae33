import Experiments
import Testing

@Suite("Summaries") struct SummaryTests {
  @Test("2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and squares that sum to 32") func byHand() {
    // deviations −3 −1 −1 −1 0 0 2 4, squared 9 1 1 1 0 0 4 16: the sample's variance is 32/7
    let summary = Summary(of: [9, 2, 4, 5, 4, 7, 4, 5])
    #expect(summary.mean == 5)
    #expect(summary.standardDeviation == (32.0 / 7).squareRoot())
    #expect([summary.minimum, summary.median, summary.maximum] == [2, 4.5, 9])
  }

  @Test("Quantiles lie between neighbours, as in NumPy") func quantiles() {
    let summary = Summary(of: [1, 2, 3, 4])
    #expect(summary.quantile(0.25) == 1.75)  // place 0.75: three quarters of the way from 1 to 2
    #expect(summary.quantile(1) == 4)
  }

  @Test("One number has no spread") func single() {
    #expect(Summary(of: [3]).standardDeviation == 0)
    #expect(Summary(of: [3]).median == 3)
  }

  @Test("nan spoils the mean but not the minimum") func nonFinite() {
    let summary = Summary(of: [.nan, 1, 2])
    #expect(summary.mean.isNaN)
    #expect(summary.minimum == 1)
    #expect(summary.maximum.isNaN)
  }

  @Test("Series are summarised place by place") func series() {
    let summary = SeriesSummary(of: [[1, 10], [3, 10]])
    #expect(summary.mean == [2, 10])
    #expect(summary.lower == [2 - 2.0.squareRoot(), 10])  // deviations ±1: the variance of two numbers is 2/1
    #expect(summary.maximum == [3, 10])
  }

  @Test("Of a long series the largest of each two: 1, 5, 2, 3, 4 gives 5, 3, 4 at the places ½, 2½ and 4") func peaks()
  {
    let peaks = largest(ofEach: 2, in: [1, 5, 2, 3, 4])
    #expect(peaks.places == [0.5, 2.5, 4] && peaks.values == [5, 3, 4])
    #expect(largest(ofEach: 3, in: []).values.isEmpty)
  }
}

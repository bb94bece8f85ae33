import Experiments
import Testing

@Suite("Rank correlation") struct RankCorrelationTests {
  @Test("The same order gives 1, the opposite one −1, however the numbers are spaced") func order() {
    #expect(rankCorrelation([1, 2, 30, 400], [0.1, 0.2, 0.3, 7]) == 1)
    #expect(rankCorrelation([1, 2, 30, 400], [4, 3, 2, -9]) == -1)
  }

  @Test("One neighbouring pair of four exchanged gives 0.8") func oneExchange() {
    // 1 − 6 Σd²/(n (n² − 1)) = 1 − 6 · 2/60; exact but for one division.
    #expect(abs(rankCorrelation([1, 2, 3, 4], [1, 3, 2, 4]) - 0.8) < 1e-15)
  }

  @Test("Equal numbers share their mean rank: 1, 1, 2 against 1, 2, 3 gives √3/2") func ties() {
    // Ranks ½, ½, 2 against 0, 1, 2: (½ + 0 + 1)/√(1.5 · 2).
    #expect(abs(rankCorrelation([1, 1, 2], [1, 2, 3]) - 3.0.squareRoot() / 2) < 1e-15)
  }

  @Test("Where all numbers are equal there is no order to compare: nan") func constant() {
    #expect(rankCorrelation([5, 5], [1, 2]).isNaN && rankCorrelation([], []).isNaN)
  }
}

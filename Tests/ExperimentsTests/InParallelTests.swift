import Experiments
import Testing

@Suite("Work in parallel") struct InParallelTests {
  /// Slow for the first seeds, so that later ones overtake them.
  @Sendable private func slowSquare(_ seed: UInt64) async throws -> UInt64 {
    try await Task.sleep(for: .milliseconds(seed < 3 ? 20 : 1))
    return seed * seed
  }

  @Test("Results come in the order of the inputs, whatever the number of workers", arguments: [1, 2, 3, 16])
  func order(workers: Int) async throws {
    let results = try await inParallel(over: Array(0..<8 as Range<UInt64>), workers: workers, slowSquare)
    #expect(results == [0, 1, 4, 9, 16, 25, 36, 49])
  }

  @Test("No more run at once than there are workers") func limit() async {
    let gauge = Gauge()
    _ = await inParallel(over: Array(0..<20), workers: 3) { _ in
      await gauge.enter()
      try? await Task.sleep(for: .milliseconds(2))
      await gauge.leave()
    }
    #expect(await gauge.most <= 3)
    #expect(await gauge.most > 1)  // and they do run at once
  }

  @Test("The first failure in the order of the inputs is thrown") func failure() async {
    await #expect(throws: SeedError(seed: 2)) {
      try await inParallel(over: Array(0..<8 as Range<UInt64>), workers: 4) { seed in
        // seed 5 fails earlier in time
        try await Task.sleep(for: .milliseconds(seed == 2 ? 20 : 1))
        if seed == 2 || seed == 5 { throw SeedError(seed: seed) }
      }
    }
  }

  @Test("No inputs give no results") func none() async {
    let results = await inParallel(over: [UInt64]()) { seed in seed }
    #expect(results.isEmpty)
  }

  @Test("Any inputs can be spread over the processors") func pairs() async {
    let products = await inParallel(over: [(2, 3), (4, 5)]) { pair in pair.0 * pair.1 }
    #expect(products == [6, 20])
  }
}

private struct SeedError: Error, Equatable {
  let seed: UInt64
}

private actor Gauge {
  private var running = 0
  private(set) var most = 0
  func enter() {
    running += 1
    most = max(most, running)
  }
  func leave() { running -= 1 }
}

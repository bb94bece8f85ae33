import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson01

/// The numbers of laps of the stacks of 1, 2, …, `depth` parabolas of r = 3.5, by the four bands of the page's folded part.
private func lapsByBands(upTo depth: Int) -> [Int] {
  var (laps, b, c, d) = ([2], 2, 2, 2)
  for _ in 1..<depth {
    laps.append(laps[laps.count - 1] + b)
    (b, c, d) = (2 + d, 2 + c, b + c)
  }
  return laps
}

@Suite("Lesson 01 · By hand") struct Lesson01ByHand {
  let layer = Parabola(r: 3.5)

  @Test("0.3 goes through four layers as 0.735, 0.6817125, 0.7594319857, 0.6394326568") func orbit() {
    let orbit = layer.orbit(from: 0.3, depth: 4)
    // 3.5 · 0.3 · 0.7 = 0.735; 3.5 · 0.735 · 0.265 = 0.6817125; and so on.
    let expected = [0.3, 0.735, 0.6817125, 0.7594319857, 0.6394326568]
    #expect(orbit.count == expected.count)
    for (value, hand) in zip(orbit, expected) { #expect(abs(value - hand) < 5e-11) }  // ten decimals by hand
  }

  @Test("The chain rule at 0.3: 1.4 · (−1.645) · (−1.2719875) · (−1.8160239) = −5.319837") func chainRule() {
    // f′(x) = 3.5 · (1 − 2x) at 0.3, 0.735, 0.6817125, 0.7594319857
    #expect(abs(layer.stacked(4, at: 0.3).slope - -5.3198371900) < 5e-11)  // ten decimals by hand
    // Against a central difference: h² · f‴/6 and ε/h are both below 1e-7 at h = 1e-5.
    let h = 1e-5
    let difference = (layer.stacked(4, at: 0.3 + h).value - layer.stacked(4, at: 0.3 - h).value) / (2 * h)
    #expect(abs(layer.stacked(4, at: 0.3).slope - difference) < 1e-6)
  }

  @Test("At both ends every layer multiplies the slope by 3.5: after ten, 3.5¹⁰ = 275854.7353515625") func ends() {
    // 7¹⁰ / 2¹⁰ = 282475249 / 1024 has 29 bits: exact in a Double.
    #expect(layer.stacked(10, at: 0).slope == 275854.7353515625)
    #expect(layer.stacked(10, at: 1).slope == -275854.7353515625)  // f′(1) = −3.5, then 0 is a fixed point
    #expect(layer.steepness(upTo: 10, points: 101).last?.maximum == 275854.7353515625)
  }

  @Test("Two layers turn at ½ and where 3.5·x·(1 − x) = ½, at (1 ± √(3/7))/2: 4 laps") func turningPoints() throws {
    let points = layer.turningPoints(depth: 2).points
    try #require(points.count == 2)
    #expect(abs(points[0].position - (1 - (3.0 / 7).squareRoot()) / 2) < 1e-16)  // one rounding of 0.17
    #expect(points[0].layer == 1 && points[1].position == 0.5)
    #expect(layer.lowerPreimage(of: 0.9) == nil)  // above the top 3.5 / 4 = 0.875
    #expect(layer.laps(upTo: 2) == [2, 4])
  }

  @Test("The tent of two ReLUs: ¼ → ½ → 1 → 0, slope 2 left of ½ and −2 right of it") func tent() {
    let tent = ReLUTent()
    #expect(tent.orbit(from: 0.25, depth: 3) == [0.25, 0.5, 1, 0])
    #expect(tent.derivative(at: 0.25) == 2 && tent.derivative(at: 0.75) == -2)
    #expect(tent.lowerPreimage(of: 0.5) == 0.25)
  }

  @Test("One descent step from 0.3 with target 0.7 and rate 0.01 goes to 0.29902") func descentStep() {
    // dL/dx = 2 · (0.735 − 0.7) · 1.4 = 0.098; 0.3 − 0.01 · 0.098 = 0.29902
    let descent = StackDescent(layer: layer, depth: 1)
    #expect(abs(descent.updated(0.3) - 0.29902) < 1e-15)  // a few roundings of numbers below 1
    #expect(abs(descent.loss(at: 0.3) - 0.001225) < 1e-16)  // 0.035²
    // With the notes' plus it would go to 0.30098, uphill.
    #expect(descent.loss(at: 0.29902) < descent.loss(at: 0.3) && descent.loss(at: 0.3) < descent.loss(at: 0.30098))
  }
}

@Suite("Lesson 01 · Theory") struct Lesson01Theory {
  let layer = Parabola(r: 3.5)

  @Test("The laps at r = 3.5 are 2, 4, 8, 14, 24, 38 …: those of the bands, and (2k³ − 3k² + 22k + 3·[k odd])/12")
  func cubicLaps() {
    let laps = layer.laps(upTo: 40)
    #expect(Array(laps.prefix(16)) == [2, 4, 8, 14, 24, 38, 58, 84, 118, 160, 212, 274, 348, 434, 534, 648])
    #expect(laps == lapsByBands(upTo: 40))  // integers: exact
    #expect(laps == (1...40).map { k in (2 * k * k * k - 3 * k * k + 22 * k + (k % 2 == 1 ? 3 : 0)) / 12 })
  }

  @Test("The bands hold for all r from 3.49856… to 3.55464…, and neither below nor above") func lapWindow() {
    // There ½ lies on a cycle of four, or of eight: in between its outputs keep their order.
    for r in [3.4986, 3.52, 3.5546] { #expect(Parabola(r: r).laps(upTo: 40) == lapsByBands(upTo: 40)) }
    #expect(Parabola(r: 3.5547).laps(upTo: 9) != lapsByBands(upTo: 9))
    #expect(Parabola(r: 3.49).laps(upTo: 6) == [2, 4, 8, 14, 22, 32])
  }

  @Test("r = 4 and the tent have 2ᵏ laps; a limit on the turning points ends the count early, without a wrong number")
  func chaoticLaps() {
    #expect(Parabola(r: 4).laps(upTo: 16) == (1...16).map { 1 << $0 })
    #expect(ReLUTent().laps(upTo: 16) == (1...16).map { 1 << $0 })
    // 2⁹ = 512 points on (0, ½] for 10 layers, 1024 for 11
    #expect(Parabola(r: 4).laps(upTo: 40, limit: 1000).count == 10)
  }

  @Test("The parabola of r = 4 does to sin²(πu/2) what the tent does to u; its slope is 2ᵏ sin πuₖ / sin πu₀")
  func oneMap() {
    let (parabola, tent) = (Parabola(r: 4), ReLUTent())
    for u in (1..<1000).map({ Double($0) / 1000 }) {
      let (value, slope) = parabola.stacked(10, at: ReLUTent.parabolaPoint(of: u))
      let end = tent.stacked(10, at: u).value
      // The place is rounded by 1e−16, and ten layers stretch that by 4¹⁰ = 1e6 at most.
      #expect(abs(value - ReLUTent.parabolaPoint(of: end)) < 1e-9)
      let expected = 1024 * Double.sin(.pi * end) / Double.sin(.pi * u)
      #expect(abs(abs(slope) - expected) < 1e-3)  // slopes up to 1e6 whose second derivative is up to 1e12 · 1e−16
    }
  }

  @Test("The attracting cycle at r = 3.5 has four points and the multiplier −0.0304999760") func cycle() throws {
    let cycle = try #require(layer.attractingCycle())
    let expected = [0.382819683017, 0.500884210307, 0.826940706591, 0.874997263602]  // twelve decimals
    #expect(cycle.points.count == 4)
    for (point, value) in zip(cycle.points.sorted(), expected) { #expect(abs(point - value) < 1e-12) }
    #expect(abs(cycle.multiplier - -0.0304999760) < 1e-10)
    // Lyapunov exponent: ln|multiplier| / 4 = −0.8725073458
    #expect(abs(Double.log(cycle.shrinkPerLayer) - -0.8725073458) < 1e-8)  // multiplier known to 3e-9 relative
  }

  @Test("r = 2.5 attracts to 1 − 1/r = 0.6 with f′ = 2 − r = −0.5; r = 4 has no attracting cycle") func others() throws
  {
    let fixed = try #require(Parabola(r: 2.5).attractingCycle())
    #expect(fixed.points.count == 1)
    #expect(abs(fixed.points[0] - 0.6) < 1e-15 && abs(fixed.multiplier - -0.5) < 1e-14)
    #expect(Parabola(r: 4).attractingCycle() == nil)
  }

  @Test("At r = 2 the cycle's slope is 0: the median slope is soon too small for a number, and its factor 0, not nan")
  func superstable() {
    // ½ is a fixed point with slope 0, so d ← 2d² and the slope shrinks doubly exponentially: below 1e-308 at k = 20.
    let run = StackRun(of: Parabola(r: 2), points: 1001)
    #expect(run.steepness[19].median == 0 && run.medianFactor == 0)
  }

  @Test("Peaks and valleys of twelve layers, evaluated where they stand, lie on the outputs of ½: four terraces")
  func terraces() {
    let heights = layer.orbit(from: 0.5, depth: 12).dropFirst()
    for point in layer.turningPoints(depth: 12).points {
      let height = layer.stacked(12, at: point.position).value
      // A turning point is rounded by 1e-16, fᵏ is flat there: what is left are the roundings of 12 layers.
      #expect(heights.contains { abs($0 - height) < 1e-10 })
    }
    #expect(layer.terraces(depth: 12).count == 4)
    #expect(Parabola(r: 4).terraces(depth: 12) == [0, 1])
  }
}

@Suite("Lesson 01 · Contrast") struct Lesson01Contrast {
  @Test("The same stack explodes at the ends and vanishes in the middle, from layer 13 on") func bothAtOnce() {
    let run = StackRun(of: Parabola(r: 3.5), depth: 20, points: 20_001)
    #expect(run.crossing == 13)
    // Measured 1.057 at 12 and 0.605 at 13 on 10⁶ points; the coarser grid moves the median by about 1 %.
    #expect(abs(run.steepness[12].median - 0.605) < 0.02)
    #expect(run.steepness[19].maximum > 7e10 && run.steepness[19].median < 2e-3)
    #expect(StackRun(of: Parabola(r: 4), depth: 20, points: 20_001).crossing == nil)
  }

  @Test("Turning points counted on a grid are too few; preimages find them all") func gridMisses() {
    let layer = Parabola(r: 3.5)
    let slopes = (0..<2000).map { layer.stacked(20, at: (Double($0) + 0.5) / 2000).slope }
    let changes = zip(slopes, slopes.dropFirst()).count { $0 * $1 < 0 }
    #expect(changes + 1 < 1270)
    #expect(layer.laps(upTo: 20).last == 1270)
  }

  @Test("Ten tents have slope 1024 everywhere; ten parabolas of r = 4 have it in the median, within a fifth")
  func reluKeepsTheGrowth() {
    let tent = ReLUTent().steepness(upTo: 10, points: 1001).last
    #expect(tent?.median == 1024 && tent?.maximum == 1024)  // |slope| = 2¹⁰ everywhere, exactly
    let parabola = Parabola(r: 4).steepness(upTo: 10, points: 10_001).last
    // Measured 894 on 10⁶ points: the median of sin πuₖ / sin πu₀ over x is 0.873.
    #expect(abs((parabola?.median ?? 0) / 1024 - 0.873) < 0.01 && parabola?.maximum == 1_048_576)
  }

  @Test("Descent through three layers never fails; through eight, 11 % end as nan and through twenty 40 % are stuck")
  func fates() {
    // Shares of 2000 starts; the trials in NumPy gave 0.109 and 0.403, and one start more or less is 0.0005.
    func fates(_ depth: Int) -> Fates { StackDescent(layer: Parabola(r: 3.5), depth: depth).fates() }
    #expect(fates(3).share(.nan) == 0 && fates(3).share(.stuck) == 0)
    #expect(abs(fates(8).share(.nan) - 0.109) < 0.005)
    #expect(abs(fates(20).share(.stuck) - 0.403) < 0.005)
    #expect(fates(8).share(.solved) == 0)
    // With twelve layers most end within 0.01 of a terrace: (0.827 − 0.7)² is a valley of the loss.
    #expect(abs(fates(12).share(.terrace) - 0.825) < 0.01)
  }

  @Test("Whoever leaves [0, 1] is nan at most four steps later, two from 16 layers on") func fall() {
    for (depth, steps) in [(4, 4), (5, 4), (8, 3), (12, 3), (16, 2), (20, 2)] {
      let fates = StackDescent(layer: Parabola(r: 3.5), depth: depth).fates()
      #expect(fates.departures > 0 && fates.departures == fates.ends[.nan])
      #expect(fates.longestFall == steps)
    }
  }

  @Test("One such fall: out of [0, 1], to infinity, and ∞ − ∞ is nan") func infinityMinusInfinity() throws {
    let path = StackDescent(layer: Parabola(r: 3.5), depth: 12).path(from: 0.00025, steps: 10)
    let nan = try #require(path.firstIndex { $0.isNaN })
    #expect(path[nan - 1].isInfinite)
    #expect((0...1).contains(path[nan - 3]) && !(0...1).contains(path[nan - 2]) && path[nan - 2].isFinite)
  }

  @Test("Clipped at 1 nobody ends as nan, and hardly anybody in the minimum", arguments: [8, 12])
  func clipping(depth: Int) {
    let fates = StackDescent(layer: Parabola(r: 3.5), depth: depth, clip: 1).fates()
    #expect(fates.share(.nan) == 0 && fates.share(.solved) < 0.005)
    #expect((20...60).contains(fates.departures))  // 1.6 to 2.5 % of 2000 step outside, and come back
  }

  @Test("A thousandth of the rate at eight layers: nan falls to 0.3 %") func smallRate() {
    let fates = StackDescent(layer: Parabola(r: 3.5), depth: 8, learningRate: 1e-5).fates()
    #expect(abs(fates.share(.nan) - 0.003) < 0.001 && fates.share(.solved) < 0.15)  // NumPy: 0.003 of 2000 starts
  }
}

@Suite("Lesson 01 · Networks") struct Lesson01Networks {
  @Test("The slope along the walk is that of the loss: differences of neighbours agree") func slopes() throws {
    let run = NetworkRun(
      Design(activation: .tanh, gain: 1.5, depth: 3), digits: try Digits.load(), points: 401, seed: 5)
    #expect(run.losses.count == 401 && run.slopes.count == 401 && run.angles[400] == Double.pi / 2)
    let width = run.angles[1]
    for place in 1..<400 {
      let difference = abs(run.losses[place + 1] - run.losses[place - 1]) / (2 * width)
      // Float32's 1e−7 of a loss of 2.5 over 8e−3 is 3e−5; the third derivative, of some 10, adds h²/6 of it, 3e−5.
      #expect(abs(difference - run.slopes[place]) < 5e-4)
    }
  }

  @Test("ReLU does not tame large weights: twice the gain in four layers multiplies a large loss by 2⁴")
  func homogeneity() throws {
    // relu(cx) = c·relu(x). Doubling the gain of four layers multiplies the logits by 16, and the loss of wrong answers,
    // which is the logits' gap once it is large, by as much.
    func run(_ gain: Double) throws -> NetworkRun {
      NetworkRun(Design(activation: .relu, gain: gain, depth: 4), digits: try Digits.load(), points: 11, seed: 3)
    }
    let (large, twice) = (try run(20), try run(40))
    for place in large.losses.indices { #expect(abs(twice.losses[place] / large.losses[place] - 16) < 0.01) }
  }

  @Test("With gain ½ sixteen layers of tanh leave about 2⁻¹⁵ of the slope of one; with gain 4 they multiply it")
  func gains() throws {
    let digits = try Digits.load()
    func slope(_ gain: Double, _ depth: Int) -> Double {
      let runs = (0..<10).map { seed in
        NetworkRun(
          Design(activation: .tanh, gain: gain, depth: depth), digits: digits, points: 51, seed: seed
        ).medianSlope
      }
      return Summary(of: runs).median
    }
    // A seed scatters by a factor of about three, the median of ten by √10 times less in the logarithm: e^(1.1/√10) = 1.4,
    // and there are two of them.
    #expect((0.5...2).contains(slope(0.5, 16) / slope(0.5, 1) * 32768))
    #expect(slope(4, 16) > 100 * slope(4, 1))
  }
}

@Suite("Lesson 01 · Figures") struct Lesson01Figures {
  @Test("The film says “folds” where every layer adds laps: at r = 3.5; at r = 2 there are 2 laps at any depth")
  func folds() {
    func title(_ r: Double) -> String { foldingFigure(StackRun(of: Parabola(r: r), points: 1001)).title }
    #expect(title(3.5).contains("folds") && !title(2).contains("folds"))
  }

  @Test("164 of 2,000 are 8.2 %, not the 8.200000000000001 of 100 · 0.082") func percent() {
    #expect(Fates(count: 2000, ends: [.solved: 164]).percent(.solved) == 8.2)
  }
}

@Suite("Lesson 01 · Exercises") struct Lesson01Exercises {
  @Test("--r 3.2: the laps are 2, 4, 6, …, 80, on two terraces") func evenLaps() {
    let layer = Parabola(r: 3.2)
    #expect(layer.laps(upTo: 40) == (1...40).map { 2 * $0 })
    // The cycle 0.513, 0.799; the page counts ten layers' terraces, the answer forty's.
    #expect(layer.terraces(depth: 40).count == 2 && layer.terraces(depth: 10).count == 2)
  }

  @Test("--r 3.83: the laps grow by the golden ratio although a cycle of three attracts") func goldenLaps() throws {
    let layer = Parabola(r: 3.83)
    let laps = layer.laps(upTo: 20).map(Double.init)
    try #require(laps.count == 20)
    // The ratio tends to (1 + √5)/2; what is left at k = 20 shrinks like 1/1.618 a layer, below 1e-3.
    #expect(abs(laps[19] / laps[18] - (1 + 5.0.squareRoot()) / 2) < 1e-3)
    #expect(layer.attractingCycle()?.points.count == 3)
    // The way to the cycle is long: 62 on 10⁴, 4·10⁴ and 10⁵ points alike.
    #expect(layer.steepness(upTo: 80, points: 10_001).first { $0.median < 1 }?.depth == 62)
  }
}

import Datasets
import Descent
import Foundation
import Testing

@Suite("Moons and blobs") struct LabelledPointsTests {
  private func point(_ index: Int, of data: LabelledPoints) -> [Double] { data.points.take(rows: [index]).scalars }

  @Test("Six points without noise lie at 0°, 90° and 180° of each moon") func sixPoints() {
    var generator = RandomGenerator(seed: 0)
    let moons = LabelledPoints.moons(count: 6, isShuffled: false, dtype: .float64, using: &generator)
    let expected = [[1.0, 0], [0, 1], [-1, 0], [0, 0.5], [1, -0.5], [2, 0.5]]
    #expect(moons.labels == [0, 0, 0, 1, 1, 1])
    #expect(moons.points.shape == [6, 2])
    for index in 0..<6 {
      let (x, y) = (point(index, of: moons)[0], point(index, of: moons)[1])
      // π is rounded, so that sin π is 1.2e-16 rather than 0.
      #expect(abs(x - expected[index][0]) < 2e-16 && abs(y - expected[index][1]) < 2e-16)
    }
  }

  @Test("Without noise each point is at distance 1 from its moon's centre: (0, 0) or (1, ½)") func circles() {
    var generator = RandomGenerator(seed: 1)
    let moons = LabelledPoints.moons(count: 301, dtype: .float64, using: &generator)
    #expect(moons.labels.filter { $0 == 0 }.count == 150)  // ⌊301/2⌋ outside, the odd one inside
    for index in 0..<moons.count {
      let (x, y) = (point(index, of: moons)[0], point(index, of: moons)[1])
      let outer = moons.labels[index] == 0
      #expect(abs(hypot(outer ? x : x - 1, outer ? y : y - 0.5) - 1) < 1e-15)
      #expect(outer ? y > -1e-15 : y < 0.5 + 1e-15)  // upper half, lower half
    }
  }

  @Test("Shuffling keeps the points and their labels together, and mixes the classes") func shuffling() {
    var generator = RandomGenerator(seed: 2)
    let sorted = LabelledPoints.moons(count: 100, isShuffled: false, using: &generator)
    let shuffled = LabelledPoints.moons(count: 100, using: &generator)
    func rows(_ data: LabelledPoints) -> [[Double]] {
      (0..<100).map { [Double(data.labels[$0])] + point($0, of: data) }.sorted { $0.lexicographicallyPrecedes($1) }
    }
    #expect(rows(sorted) == rows(shuffled))
    #expect(sorted.labels != shuffled.labels)
  }

  @Test("Noise 0.2 moves each coordinate by 0.2 on average (root mean square)") func noise() {
    var generator = RandomGenerator(seed: 3)
    let exact = LabelledPoints.moons(count: 2000, isShuffled: false, using: &generator)
    let noisy = LabelledPoints.moons(count: 2000, noise: 0.2, isShuffled: false, using: &generator)
    let squares = (noisy.points - exact.points).scalars.map { $0 * $0 }
    // 4000 draws: the standard error is 0.2/√8000 = 0.0022; four of them.
    #expect(abs((squares.reduce(0, +) / 4000).squareRoot() - 0.2) < 0.009)
  }

  @Test("Seven points in three blobs are shared 3, 2, 2; without spread they are the centres") func blobs() {
    var generator = RandomGenerator(seed: 4)
    let centers = [[0.0, 0, 1], [5, 5, 2], [-5, 5, 3]]
    let blobs = LabelledPoints.blobs(
      count: 7, centers: centers, standardDeviation: 0, isShuffled: false, using: &generator)
    #expect(blobs.labels == [0, 0, 0, 1, 1, 2, 2])
    #expect(blobs.points.shape == [7, 3])
    #expect((0..<7).map { point($0, of: blobs) } == blobs.labels.map { centers[$0] })
  }

  @Test("Points are picked with their labels") func picking() {
    var generator = RandomGenerator(seed: 5)
    let moons = LabelledPoints.moons(count: 10, noise: 0.1, using: &generator)
    let pair = moons[[7, 2]]
    #expect(pair.labels == [moons.labels[7], moons.labels[2]])
    #expect(pair.points[1, 0] == moons.points[2, 0] && pair.points[0, 1] == moons.points[7, 1])
  }

  @Test("The same seed makes the same points, another seed others") func seeds() {
    func points(_ seed: UInt64) -> Tensor {
      var generator = RandomGenerator(seed: seed)
      return LabelledPoints.moons(count: 50, noise: 0.1, using: &generator).points
    }
    #expect(points(5) == points(5))
    #expect(points(5) != points(6))
  }
}

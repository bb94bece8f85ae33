import Datasets
import Descent
import Testing

@Suite("Distorted images") struct WarpTests {
  /// An image of 2 by 2 pixels: 1 2 over 3 4.
  let image = Tensor(rows: [[1, 2, 3, 4]])

  @Test("A whole pixel to the right: 1 2 / 3 4 becomes 0 1 / 0 3, one down 0 0 / 1 2, and what leaves is gone")
  func wholePixels() {
    #expect(image.warped(by: [Warp(shift: [1, 0])]).scalars == [0, 1, 0, 3])
    #expect(image.warped(by: [Warp(shift: [0, 1])]).scalars == [0, 0, 1, 2])
    #expect(image.warped(by: [Warp(shift: [-1, -1])]).scalars == [4, 0, 0, 0])
    #expect(image.warped(by: [Warp(shift: [2, 0])]).scalars == [0, 0, 0, 0])
  }

  @Test("Half a pixel to the right takes the mean of neighbours: 1 2 / 3 4 becomes ½ 1½ / 1½ 3½") func halfPixel() {
    // Left of the image there is no ink: (0 + 1)/2, (1 + 2)/2; below (0 + 3)/2, (3 + 4)/2.
    #expect(image.warped(by: [Warp(shift: [0.5, 0])]).scalars == [0.5, 1.5, 1.5, 3.5])
    // A quarter up and half to the left: ¾ of (1 + 2)/2 and ¼ of (3 + 4)/2 is 2, and so on.
    #expect(image.warped(by: [Warp(shift: [-0.5, -0.25])]).scalars == [2, 1.25, 2.625, 1.5])
  }

  @Test("Mirrored 2 1 / 4 3, upside down 3 4 / 1 2, a quarter turn clockwise 3 1 / 4 2, a half turn 4 3 / 2 1")
  func flips() {
    #expect(image.warped(by: [Warp(scale: [-1, 1])]).scalars == [2, 1, 4, 3])
    #expect(image.warped(by: [Warp(scale: [1, -1])]).scalars == [3, 4, 1, 2])
    let (quarter, half) = (
      image.warped(by: [Warp(degrees: 90)]).scalars, image.warped(by: [Warp(degrees: 180)]).scalars
    )
    // The cosine of 90° is 6e-17 in place of 0.
    #expect([3.0, 1, 4, 2].indices.allSatisfy { abs(quarter[$0] - [3.0, 1, 4, 2][$0]) < 1e-6 })
    #expect([4.0, 3, 2, 1].indices.allSatisfy { abs(half[$0] - [4.0, 3, 2, 1][$0]) < 1e-6 })
  }

  @Test("Twice as wide, 1 2 becomes 1¼ 1¾; it is stretched first, then turned, then shifted")
  func order() {
    // The middle is at ½: the pixel at 0 comes from ½ − ¼, ¾ · 1 + ¼ · 2 = 1¼.
    #expect(image.warped(by: [Warp(scale: [2, 1])]).scalars == [1.25, 1.75, 3.25, 3.75])
    // Mirrored 2 1 / 4 3, turned by 90° 4 2 / 3 1, moved one to the right 0 4 / 0 3.
    let all = image.warped(by: [Warp(shift: [1, 0], degrees: 90, scale: [-1, 1])]).scalars
    #expect([0.0, 4, 0, 3].indices.allSatisfy { abs(all[$0] - [0.0, 4, 0, 3][$0]) < 1e-6 })
  }

  @Test("Each image has its own distortion, and one that changes nothing gives the digits back bit for bit")
  func images() throws {
    let pair = Tensor(rows: [[1, 2, 3, 4], [1, 2, 3, 4]]).warped(by: [Warp(), Warp(scale: [-1, 1])])
    #expect(pair.scalars == [1, 2, 3, 4, 2, 1, 4, 3])
    let digits = try Digits.load()
    #expect(digits.pixels.warped(by: digits.labels.map { _ in Warp() }) == digits.pixels)
  }

  @Test("One distortion for two images, and a scale of 0, are refused") func refused() async throws {
    let count = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor(rows: [[1, 2, 3, 4], [1, 2, 3, 4]]).warped(by: [Warp()])
    }
    #expect(
      String(decoding: try #require(count).standardErrorContent, as: UTF8.self)
        .contains("1 distortions need as many square images as rows, not the shape [2, 4]."))
    let scale = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Warp(scale: [0, 1])
    }
    #expect(
      String(decoding: try #require(scale).standardErrorContent, as: UTF8.self)
        .contains("An image cannot be stretched to nothing, by 0.0 and 1.0."))
  }
}

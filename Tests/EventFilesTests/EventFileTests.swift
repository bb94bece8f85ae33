import Testing

@testable import EventFiles

@Suite("Event files, byte for byte") struct EventFileTests {
  /// The test values of RFC 3720, B.4 (32 zero bytes), and of the usual catalogue of checks ("123456789").
  @Test("The checks are those of the standard") func checks() {
    #expect(crc32c("123456789".utf8) == 0xE306_9283)
    #expect(crc32c([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    // 0xE3069283 turned by 15 bits to the right is 0x2507C60D; + 0xA282EAD8 = 0xC78AB0E5.
    #expect(maskedCRC32C("123456789".utf8) == 0xC78A_B0E5)
  }

  /// 24 bytes of event: field 1 as a double (09, eight zeros), field 3 as 13 letters (1a 0d, "brain.Event:2").
  @Test("A file begins with its version") func version() {
    #expect(
      hexadecimal(EventFile().bytes)
        == "1800000000000000a37f4b22" + "090000000000000000" + "1a0d627261696e2e4576656e743a32" + "eedf28a3")
  }

  /// Wall time 1.5 is 3ff8…; step 300 = 2·128 + 44 is ac 02; the loss of 0.25 is the float 3e800000.
  @Test("A scalar is the bytes that TensorFlow writes") func scalar() {
    var file = EventFile()
    let start = file.bytes.count
    file.append(step: 300, wallTime: 1.5, [.scalar("loss", 0.25)])
    #expect(
      hexadecimal(file.bytes[start...])
        == "1b000000000000001a0d9e13" + "09000000000000f83f" + "10ac02" + "2a0d0a0b" + "0a046c6f7373" + "150000803e"
        + "9908deed")
  }

  /// Four bins of width 1 from 0 to 4; a number on an edge lies in the bin on its left, and 0 in the first.
  @Test("A histogram counts by right edges") func histogram() throws {
    let histogram = try #require(SummaryHistogram(of: [0, 1, 1.5, 2, 4, 4, .nan, -.infinity], bins: 4))
    #expect(histogram.edges == [1, 2, 3, 4])
    #expect(histogram.counts == [2, 2, 0, 2])
    // 0 + 1 + 1.5 + 2 + 4 + 4 = 12.5; 0 + 1 + 2.25 + 4 + 16 + 16 = 39.25.
    #expect(histogram.count == 6)
    #expect(histogram.sum == 12.5)
    #expect(histogram.sumOfSquares == 39.25)
    #expect((histogram.minimum, histogram.maximum) == (0, 4))
  }

  @Test(
    "Numbers too close to tell apart fill one bin",
    arguments: [[0.0], [3, 3, 3], [1e-320, 1.5e-320], [1, 1.0.nextUp]])
  func oneBin(numbers: [Double]) throws {
    let histogram = try #require(SummaryHistogram(of: numbers, bins: 30))
    #expect(histogram.counts.reduce(0, +) == Double(numbers.count))
    #expect(histogram.edges.last == numbers.max())
    #expect(histogram.edges == histogram.edges.sorted())
  }

  /// The width, 2·greatest/30, would overflow if the difference were taken first.
  @Test("The widest numbers fit their bins") func widest() throws {
    let greatest = Double.greatestFiniteMagnitude
    let histogram = try #require(SummaryHistogram(of: [-greatest, 0, greatest], bins: 30))
    #expect(histogram.counts.first == 1 && histogram.counts.last == 1)
    #expect(histogram.edges.allSatisfy { $0.isFinite })
  }

  @Test("What is nowhere finite has no histogram") func nowhereFinite() {
    #expect(SummaryValue.histogram("weights", [.nan, .infinity]) == nil)
    #expect(SummaryValue.histogram("weights", []) == nil)
  }

  private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

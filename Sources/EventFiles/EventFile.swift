/// A TensorBoard event file as bytes: scalars and histograms, each of a step.
///
/// ```swift
/// var file = EventFile()
/// file.append(step: 10, [.scalar("train/loss", 0.25), .histogram("weights/hidden1", weights)])
/// file.bytes     // for a file whose name contains "tfevents", in a folder that is the run's name
/// ```
///
/// A file is a row of records, and the first says which version of the format they have. A record is its length in 8 bytes
/// (little-endian), their masked CRC-32C, the event, and its masked CRC-32C.
///
/// No clock is read: an event's time is the number of its step, so that the same run gives the same bytes.
///
/// - Source: TensorFlow's `event.proto` and `summary.proto`; the records, `core/lib/io/record_writer.cc`.
public struct EventFile: Sendable, Equatable {
  /// The file's content so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes a file without events.
  public init() {
    var event = Message()
    event.add(Field.wallTime, double: 0)
    event.add(Field.fileVersion, text: "brain.Event:2")
    append(event)
  }

  /// Adds the values of a step; steps come in rising order.
  public mutating func append(step: Int, _ values: [SummaryValue]) {
    append(step: step, wallTime: Double(step), values)
  }

  mutating func append(step: Int, wallTime: Double, _ values: [SummaryValue]) {
    var summary = Message()
    for value in values { summary.add(Field.value, value.message) }
    var event = Message()
    event.add(Field.wallTime, double: wallTime)
    event.add(Field.step, integer: step)
    event.add(Field.summary, summary)
    append(event)
  }

  private mutating func append(_ event: Message) {
    let length = UInt64(event.bytes.count).littleEndianBytes
    bytes += length + maskedCRC32C(length).littleEndianBytes
    bytes += event.bytes + maskedCRC32C(event.bytes).littleEndianBytes
  }

  /// The numbers of the fields of an event and of its summary.
  private enum Field {
    static let (wallTime, step, fileVersion, summary) = (1, 2, 3, 5)
    static let value = 1
  }
}

/// What an event file says of one step under one tag, such as `train/loss`; TensorBoard puts tags with the same word before
/// the first stroke on one card.
public struct SummaryValue: Sendable {
  let message: Message

  /// A number, kept in 32 bits.
  public static func scalar(_ tag: String, _ number: Double) -> SummaryValue {
    SummaryValue(tag) { $0.add(2, float: Float(number)) }
  }

  /// How numbers are spread, in bins of equal width from the least to the greatest; nil where none of them is finite.
  /// Those that are not finite are left out.
  public static func histogram(_ tag: String, _ numbers: [Double], bins: Int = 30) -> SummaryValue? {
    SummaryHistogram(of: numbers, bins: bins).map { histogram in
      SummaryValue(tag) { $0.add(5, histogram.message) }
    }
  }

  private init(_ tag: String, content: (inout Message) -> Void) {
    var message = Message()
    message.add(1, text: tag)
    content(&message)
    self.message = message
  }
}

extension SummaryValue: Equatable {
  /// Whether two values are the same bytes.
  public static func == (a: SummaryValue, b: SummaryValue) -> Bool { a.message.bytes == b.message.bytes }
}

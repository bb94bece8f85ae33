import FoundationEssentials

/// Tensors with names in the safetensors format, as bytes: what Python's `safetensors` library reads and writes.
///
/// A file is 8 bytes with the header's length (little-endian), the header, and the numbers. The header is a JSON object
/// that gives for each name a dtype, a shape and where its numbers lie. Reading trusts none of it: every length is
/// checked against the bytes at hand before anything is allocated.
///
/// ```swift
/// let bytes = SafeTensors(model.state).encoded()
/// model.state = try SafeTensors(decoding: bytes).state(like: model.state)
/// ```
///
/// Source: the format's description, github.com/huggingface/safetensors.
public struct SafeTensors: Sendable, Equatable {
  /// The tensors, in the order of their numbers in the file.
  public var tensors: [StoredTensor]
  /// Free text about the file, `__metadata__` in the header.
  public var metadata: [String: String]

  /// The longest header that is read, as in the reference implementation.
  static let longestHeader = 100_000_000

  /// Makes a file's content of tensors and free text.
  ///
  /// - Precondition: the names differ, and none is `__metadata__`.
  public init(_ tensors: [StoredTensor], metadata: [String: String] = [:]) {
    let names = Set(tensors.map(\.name))
    precondition(names.count == tensors.count, "Tensors in one file need different names.")
    precondition(!names.contains("__metadata__"), "No tensor can be called __metadata__.")
    self.tensors = tensors
    self.metadata = metadata
  }

  /// Makes a file's content of a model's state, each tensor in its own dtype.
  public init(_ state: ModelState, metadata: [String: String] = [:]) {
    self.init(
      zip(state.names, state.tensors).map { StoredTensor($0, $1, as: StoredDType($1.dtype)) }, metadata: metadata)
  }

  /// The tensor with this name, if there is one.
  public subscript(name: String) -> StoredTensor? { tensors.first { $0.name == name } }

  /// The state of a model with the same names, shapes and dtypes as `template`.
  ///
  /// A tensor NAME may be kept under its name, or masked as `NAME_orig` and `NAME_mask`, as PyTorch's pruning writes
  /// it: the state has the masks that the file has, whichever the template has.
  ///
  /// - Throws: `SafeTensorsError` if a tensor is missing or has another shape or dtype, or a mask holds other numbers
  ///   than 0 and 1; further tensors are left out.
  public func state(like template: ModelState) throws -> ModelState {
    func read(_ name: String, like wanted: Tensor) throws -> Tensor {
      guard let stored = self[name] else { throw SafeTensorsError("there is no tensor \(name)") }
      guard stored.shape == wanted.shape, stored.dtype == StoredDType(wanted.dtype) else {
        throw SafeTensorsError(
          "\(name) is \(stored.dtype.rawValue) \(stored.shape) where \(wanted.dtype) \(wanted.shape) was expected")
      }
      return stored.tensor
    }
    return ModelState(
      try template.parameters.map { name, wanted in
        let isMasked = self[name] == nil && self[name + "_orig"] != nil
        guard isMasked else { return (name, try read(name, like: wanted), nil) }
        let mask = try read(name + "_mask", like: wanted)
        guard mask.isMask else { throw SafeTensorsError("\(name)_mask holds other numbers than 0 and 1") }
        return (name, try read(name + "_orig", like: wanted), mask)
      })
  }
}

/// Why bytes are not a safetensors file, or not the one that was expected.
public struct SafeTensorsError: Error, CustomStringConvertible, Equatable {
  /// The reason, without a full stop.
  public let reason: String

  init(_ reason: String) { self.reason = reason }

  /// The reason, in a sentence.
  public var description: String { "Cannot read the safetensors file: \(reason)." }
}

// MARK: - Writing

extension SafeTensors {
  /// The bytes of the file; the numbers start at a multiple of 8 bytes.
  public func encoded() -> [UInt8] {
    var entries: [String] = metadata.isEmpty ? [] : ["\"__metadata__\":\(Self.json(metadata))"]
    var offset = 0
    for tensor in tensors {
      let end = offset + tensor.bytes.count
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      entries.append(
        "\(Self.json(tensor.name)):{\"dtype\":\"\(tensor.dtype.rawValue)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(offset),\(end)]}")
      offset = end
    }
    var header = Array("{\(entries.joined(separator: ","))}".utf8)
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    var file: [UInt8] = []
    file.reserveCapacity(8 + header.count + offset)
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { file.append(contentsOf: $0) }
    file.append(contentsOf: header)
    for tensor in tensors { file.append(contentsOf: tensor.bytes) }
    return file
  }

  private static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings and dictionaries of strings always encode.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}

// MARK: - Reading

extension SafeTensors {
  /// Reads the bytes of a file.
  ///
  /// Tensors of a kind that we do not compute with, such as 8-bit floating point, are kept as bytes.
  ///
  /// - Throws: `SafeTensorsError` for bytes that are cut off, a header that is too long or no JSON object, a name that is
  ///   there twice, an unknown dtype, a shape that does not fit its numbers, and numbers that overlap, leave gaps or lie
  ///   outside of the file.
  public init(decoding bytes: [UInt8]) throws {
    guard bytes.count >= 8 else {
      throw SafeTensorsError("it has \(bytes.count) bytes, and 8 hold the header's length")
    }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(Self.longestHeader) else {
      throw SafeTensorsError("its header claims \(length) bytes; at most \(Self.longestHeader) are allowed")
    }
    guard length <= UInt64(bytes.count - 8) else {
      throw SafeTensorsError("its header claims \(length) bytes, but only \(bytes.count - 8) follow")
    }
    let numbers = 8 + Int(length)
    let header = try Self.header(bytes[8..<numbers])
    var metadata: [String: String] = [:]
    var entries: [(name: String, entry: Entry)] = []
    for (name, value) in header {
      switch value {
      case .tensor(let entry): entries.append((name, entry))
      case .text(let text): metadata = text
      }
    }
    entries.sort { ($0.entry.begin, $0.entry.end, $0.name) < ($1.entry.begin, $1.entry.end, $1.name) }
    var tensors: [StoredTensor] = []
    var next = 0
    for (name, entry) in entries {
      guard entry.begin == next else {
        throw SafeTensorsError("\(name) starts at byte \(entry.begin) of the numbers, where byte \(next) comes next")
      }
      guard entry.end >= entry.begin, entry.end <= bytes.count - numbers else {
        throw SafeTensorsError("\(name) ends at byte \(entry.end) of \(bytes.count - numbers)")
      }
      let dtype = try entry.storedDType(name)
      guard dtype.byteCount(of: entry.shape) == entry.end - entry.begin else {
        throw SafeTensorsError(
          "\(name) is \(dtype.rawValue) \(entry.shape), which does not fit into \(entry.end - entry.begin) bytes")
      }
      tensors.append(
        StoredTensor(
          name: name, dtype: dtype, shape: entry.shape,
          bytes: Array(bytes[(numbers + entry.begin)..<(numbers + entry.end)])))
      next = entry.end
    }
    guard next == bytes.count - numbers else {
      throw SafeTensorsError("its tensors end at byte \(next) of \(bytes.count - numbers)")
    }
    self.tensors = tensors
    self.metadata = metadata
  }

  private static func header(_ bytes: ArraySlice<UInt8>) throws -> [String: HeaderValue] {
    guard bytes.first == UInt8(ascii: "{") else { throw SafeTensorsError("its header does not start with {") }
    var scan = HeaderScan()
    for byte in bytes { try scan.take(byte) }
    do {
      return try JSONDecoder().decode([String: HeaderValue].self, from: Data(bytes))
    } catch let error as SafeTensorsError {
      throw error
    } catch {
      throw SafeTensorsError("its header is not a JSON object of tensors")
    }
  }

  /// What the header says of one tensor.
  private struct Entry: Decodable {
    let dtype: String
    let shape: [Int]
    let begin, end: Int

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case offsets = "data_offsets"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      dtype = try container.decode(String.self, forKey: .dtype)
      shape = try container.decode([Int].self, forKey: .shape)
      let offsets = try container.decode([Int].self, forKey: .offsets)
      guard offsets.count == 2, offsets.allSatisfy({ $0 >= 0 }), shape.allSatisfy({ $0 >= 0 }) else {
        throw SafeTensorsError("a negative size")
      }
      (begin, end) = (offsets[0], offsets[1])
    }

    func storedDType(_ name: String) throws -> StoredDType {
      guard let known = StoredDType(rawValue: dtype) else {
        let all = StoredDType.allCases.map(\.rawValue).joined(separator: ", ")
        throw SafeTensorsError("\(name) has dtype \(dtype); known are \(all)")
      }
      return known
    }
  }

  private enum HeaderValue: Decodable {
    case tensor(Entry)
    case text([String: String])

    init(from decoder: any Decoder) throws {
      let name = decoder.codingPath.last?.stringValue ?? ""
      if name == "__metadata__" {
        guard let text = try? [String: String](from: decoder) else {
          throw SafeTensorsError("its __metadata__ is not an object of texts")
        }
        self = .text(text)
      } else {
        guard let entry = try? Entry(from: decoder) else {
          throw SafeTensorsError("\(name) needs a dtype, a shape of whole numbers and two data_offsets, none negative")
        }
        self = .tensor(entry)
      }
    }
  }
}

/// What a JSON decoder does not tell: how deep a header is nested, and whether a name is there twice in one object.
private struct HeaderScan {
  /// The names so far of each object that is open; none for a list.
  private var open: [Set<String>] = []
  /// The text that is being read, or was read last, with its quotes; it is a name if a colon follows.
  private var text: [UInt8] = []
  private var isInText = false
  private var isEscaped = false

  mutating func take(_ byte: UInt8) throws {
    if isInText {
      text.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInText = false
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""): (isInText, text) = (true, [byte])
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      open.append([])
      guard open.count <= 8 else { throw SafeTensorsError("its header is nested too deeply") }
    case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
    case UInt8(ascii: ":"):
      // What is no text is no JSON either, and the decoder says so.
      let isPlain = !text.contains(UInt8(ascii: "\\"))
      let plain = isPlain ? String(decoding: text.dropFirst().dropLast(), as: UTF8.self) : nil
      guard !open.isEmpty, let name = try? plain ?? JSONDecoder().decode(String.self, from: Data(text)) else { return }
      guard open[open.count - 1].insert(name).inserted else {
        throw SafeTensorsError("its header has \(name) twice")
      }
    default: break
    }
  }
}

import CShippedData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension CSVTable {
  /// Reads a file of one's own or, where there is no path, one of those that are part of the program.
  init(path: String?, else shipped: ShippedFile, hasHeader: Bool, columnCount: Int? = nil) throws {
    if let path {
      try self.init(contentsOf: path, hasHeader: hasHeader, columnCount: columnCount)
    } else {
      try self.init(
        bytes: shipped.contents, hasHeader: hasHeader, columnCount: columnCount, name: String(cString: shipped.name))
    }
  }
}

extension ShippedFile {
  /// All bytes of the file.
  var contents: [UInt8] { Array(UnsafeBufferPointer(start: bytes, count: count)) }
}

/// All bytes of a file; what the system has to say against it becomes a `DataFileError`.
func bytes(ofFile path: String) throws -> [UInt8] {
  func refusal() -> DataFileError {
    DataFileError(file: path, expected: "a file that can be read", found: String(cString: strerror(errno)))
  }
  guard let file = fopen(path, "rb") else { throw refusal() }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
  guard ferror(file) == 0 else { throw refusal() }  // a folder opens, but does not read
  return bytes
}

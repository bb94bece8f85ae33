import Foundation

/// All bytes of a file; what the system has to say against it becomes a `DataFileError`.
func bytes(ofFile path: String, named name: String) throws -> [UInt8] {
  func refusal() -> DataFileError {
    DataFileError(file: name, expected: "a file that can be read", found: String(cString: strerror(errno)))
  }
  guard let file = fopen(path, "rb") else { throw refusal() }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
  guard ferror(file) == 0 else { throw refusal() }  // a folder opens, but does not read
  return bytes
}

/// The path of a data set that is shipped with this module.
func resource(_ name: String) -> String { Bundle.module.bundlePath + "/Resources/" + name }

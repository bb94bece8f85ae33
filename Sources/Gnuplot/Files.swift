#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are there completely or not at all.
package enum Files {
  /// The folder and those above it, made where they are missing; files can then be written there.
  ///
  /// - Throws: `FigureError.cannotWrite` with the system's reason.
  package static func makeFolder(_ path: String) throws(FigureError) {
    let folder = path.isEmpty ? "." : path
    var partial = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      partial += partial.isEmpty || partial.hasSuffix("/") ? String(part) : "/" + part
      guard mkdir(partial, 0o777) != 0, errno != EEXIST, errno != EISDIR else { continue }
      let reason = errno
      // Some folders above may be there without us being allowed to make anything beside them.
      guard !isFolder(partial) else { continue }
      throw .cannotWrite(path: path, reason: message(reason))
    }
    guard isFolder(folder) else { throw .cannotWrite(path: path, reason: message(ENOTDIR)) }
    guard access(folder, W_OK | X_OK) == 0 else { throw .cannotWrite(path: path, reason: message(errno)) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Writes the bytes under a temporary name and renames the file when it is whole.
  ///
  /// - Throws: `FigureError.cannotWrite` with the system's reason.
  package static func write(_ bytes: [UInt8], to path: String) throws(FigureError) {
    let temporary = temporaryName(for: path)
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .cannotWrite(path: path, reason: message(errno)) }
    var failure = write(bytes, to: file)
    if close(file) != 0 && failure == 0 { failure = errno }
    if failure == 0 && rename(temporary, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw .cannotWrite(path: path, reason: message(failure))
    }
  }

  /// Writes all bytes to an open file; returns the error number, 0 when all are written.
  package static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeBytes(file, $0) }
      if count == 0 { return EIO }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
    }
    return 0
  }

  private static func writeBytes(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(file, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(file, bytes.baseAddress, bytes.count)
    #endif
  }

  /// A hidden name in the same folder that nobody else uses.
  static func temporaryName(for path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let unique = String(UInt64.random(in: 0 ... .max), radix: 36)
    return (parts.dropLast() + [".\(parts.last ?? "")-\(unique)"]).joined(separator: "/")
  }

  /// The system's words for an error number, such as "No space left on device".
  package static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}

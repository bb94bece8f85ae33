// The C library, for the few calls that Swift has no spelling of its own for. FoundationEssentials, not Foundation:
// a lesson then starts in about 4 ms instead of 9.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What Notebook asks of the operating system.
package enum System {
  /// How many processors can work at once.
  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Whether a file descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The width of the terminal behind a file descriptor in characters; nil when it is none.
  static func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard isTerminal(descriptor), ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The value of an environment variable; nil when it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Makes closed pipes and missing standard streams harmless.
  ///
  /// A reader that goes away (`| head -1`) then shows as an error of `write`, not as a signal; and a file opened later
  /// cannot take the place of a standard stream that was closed before the start.
  package static func prepareStandardStreams() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 { _ = open("/dev/null", O_RDWR) }
  }

  /// Whether a standard stream was open when the program started.
  ///
  /// In place of a closed one the runtime may have put something of its own, which has no file type.
  static func isOpen(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != 0
  }

  /// Writes text to a file descriptor; returns the error number, 0 when all is written.
  @discardableResult
  package static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      bytes = bytes.dropFirst(written)
    }
    return 0
  }

  /// Whether an error of `write` means that nobody reads any more.
  package static func isReaderGone(_ number: Int32) -> Bool { number == EPIPE }

  /// Writes out what `print` still holds back.
  static func flush() { fflush(nil) }

  /// The operating system's words for an error number, such as "No space left on device".
  package static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

  /// Makes a folder and all that lead to it; returns why not, nil when the folder is there.
  static func makeFolder(_ path: String) -> String? {
    var parents = path.startIndex..<path.startIndex
    while parents.upperBound < path.endIndex {
      let next = path[parents.upperBound...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      parents = path.startIndex..<next
      if mkdir(String(path[parents]), 0o777) != 0, errno != EEXIST { return reason(errno) }
    }
    var status = stat()
    guard stat(path, &status) == 0 else { return reason(errno) }
    return status.st_mode & S_IFMT == S_IFDIR ? nil : reason(ENOTDIR)
  }

  /// Writes a file under a temporary name and renames it, so that it is whole or not there at all.
  ///
  /// - Returns: why not; nil when done. Without text nothing but the attempt is made.
  static func replaceFile(_ path: String, with text: String?) -> String? {
    let temporary = "\(path).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { return reason(errno) }
    var failure = write(text ?? "", to: descriptor)
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if text != nil, failure == 0, rename(temporary, path) != 0 { failure = errno }
    if text == nil || failure != 0 { unlink(temporary) }
    return failure == 0 ? nil : reason(failure)
  }

  /// A number in C's `%.*f` or `%.*e` form, correctly rounded.
  static func printf(_ format: String, _ digits: Int, _ value: Double) -> String {
    withVaList([Int32(digits), value]) { arguments in
      var buffer = [CChar](repeating: 0, count: 400 + digits)
      let length = Int(vsnprintf(&buffer, buffer.count, format, arguments))
      return String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}

/// `write(2)`, which the method of the same name would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

import Gnuplot

// The C library, for the few calls that Swift has no spelling of its own for. FoundationEssentials, not Foundation:
// a program then starts without loading ICU.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What Notebook asks of the operating system.
package enum System {
  /// Whether a file descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether a file descriptor is a terminal that can move its cursor and show colours.
  static func takesControlSequences(_ descriptor: Int32) -> Bool {
    isTerminal(descriptor) && !["dumb", nil].contains(environment("TERM"))
  }

  /// The width of the terminal behind a file descriptor in characters; nil when it is none, or does not know.
  ///
  /// COLUMNS comes first, as POSIX has it.
  static func terminalWidth(_ descriptor: Int32) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
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
    Files.write(Array(text.utf8), to: descriptor)
  }

  /// Whether an error of `write` means that nobody reads any more.
  package static func isReaderGone(_ number: Int32) -> Bool { number == EPIPE }

  /// Writes out what `print` still holds back.
  static func flush() { fflush(nil) }

  /// The operating system's words for an error number, such as "No space left on device".
  package static func reason(_ number: Int32) -> String { Files.message(number) }

  /// A number in C's `%.*f` or `%.*e` form, correctly rounded.
  static func printf(_ format: String, _ digits: Int, _ value: Double) -> String {
    withVaList([Int32(digits), value]) { arguments in
      var buffer = [CChar](repeating: 0, count: 400 + digits)
      let length = Int(vsnprintf(&buffer, buffer.count, format, arguments))
      return String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}

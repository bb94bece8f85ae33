/// Why a figure could not be written or drawn, in one line.
public enum FigureError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A file or folder could not be written; the system's reason.
  case cannotWrite(path: String, reason: String)
  /// gnuplot could not be started; the system's reason.
  case cannotStart(program: String, reason: String)
  /// gnuplot ended without the picture; its exit status or signal and its own words.
  case failed(figure: String, how: String, message: String)

  /// One line that says what went wrong.
  public var description: String {
    switch self {
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)."
    case .cannotStart(let program, let reason):
      "cannot start \(program) to draw the figure: \(reason). Debian has it in the package gnuplot-nox."
    case .failed(let figure, let how, let message):
      "gnuplot \(how) while drawing \(figure)" + (message.isEmpty ? "." : ": \(message)")
    }
  }
}

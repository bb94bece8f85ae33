import Experiments

/// A line on standard error that shows how far long work has come; only on a terminal that can move its
/// cursor, and gone when the work is done.
public struct ProgressBar: ProgressDisplay {
  private let label: String
  private let total: Int
  private var done = 0
  private var shownShare = -1
  private let isVisible = System.takesControlSequences(2)

  /// Starts a bar for a number of equal pieces of work.
  public init(_ label: String, of total: Int) {
    self.label = label
    self.total = total
    show()
  }

  /// One more piece is done.
  public mutating func advance() {
    done += 1
    show()
  }

  /// Takes the bar off the screen.
  public func finish() {
    if isVisible { System.write("\r\u{1B}[K", to: 2) }
  }

  private mutating func show() {
    let share = total > 0 ? 100 * done / total : 100
    guard isVisible, share != shownShare else { return }
    shownShare = share
    System.write("\r\u{1B}[K" + Self.line(label, done, of: total, width: System.terminalWidth(2) ?? 80), to: 2)
  }

  /// "███░░░ 5/10 white noise", cut to a terminal's width; its last column stays free, because a full line may wrap.
  static func line(_ label: String, _ done: Int, of total: Int, width: Int) -> String {
    let text = " \(done)/\(total) \(label)"
    let length = max(10, min(30, width - 1 - text.count))
    let filled = total > 0 ? min(length, length * done / total) : length
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: length - filled)
    return String((bar + text).prefix(max(0, width - 1)))
  }
}

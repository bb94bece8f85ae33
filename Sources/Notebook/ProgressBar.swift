import Experiments

/// A line on standard error that shows how far long work has come; only on a terminal, and gone when the work is done.
public struct ProgressBar: ProgressDisplay {
  private let label: String
  private let total: Int
  private var done = 0
  private var shownShare = -1
  private let isVisible = System.isTerminal(2)

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
    let filled = share * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    System.write("\r\u{1B}[K\(bar) \(done)/\(total) \(label)", to: 2)
  }
}

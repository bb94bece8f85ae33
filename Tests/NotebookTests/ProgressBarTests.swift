import Foundation
import Testing

@testable import Notebook

@Suite("The progress bar") struct ProgressBarTests {
  @Test("Half of ten pieces fill half of thirty places; in a narrower terminal the bar gives way, then the label")
  func byHand() {
    #expect(
      ProgressBar.line("white noise", 5, of: 10, width: 80)
        == String(repeating: "█", count: 15) + String(repeating: "░", count: 15) + " 5/10 white noise")
    // 40 columns less the last one and 17 for the text leave 22.
    #expect(
      ProgressBar.line("white noise", 5, of: 10, width: 40)
        == String(repeating: "█", count: 11) + String(repeating: "░", count: 11) + " 5/10 white noise")
    #expect(ProgressBar.line("white noise", 5, of: 10, width: 20) == "█████░░░░░ 5/10 whi")
  }

  @Test("No terminal is too narrow, and no count is too large", arguments: [0, 1, 2, 10, 19, 40, 300])
  func widths(width: Int) {
    for (done, total) in [(0, 0), (0, 7), (7, 7), (9, 7), (123_456, 1_000_000)] {
      #expect(ProgressBar.line("pairs of a rate and a seed", done, of: total, width: width).count < max(1, width))
    }
  }

  #if os(Linux)
    @Test(
      "In a terminal of 40 columns no line of the bar is wider than 39",
      arguments: [("stty cols 40", ""), ("stty cols 200", "COLUMNS=40")])
    func terminal(size: String, variable: String) throws {
      let folder = try ScratchFolder()
      let ending = try shell(
        "script -qec '\(size); \(variable) TERM=xterm $PROGRAM --plots \(folder.path)' /dev/null",
        environment: ["COLUMNS": ""])
      #expect(ending.status == 0)
      let bars = ending.output.components(separatedBy: "\r\u{1B}[K").filter { $0.hasPrefix("█") || $0.hasPrefix("░") }
      #expect(bars.count > 2)
      #expect(bars.allSatisfy { $0.count < 40 })
    }

    @Test("A dumb terminal gets no bar, and no colour", arguments: ["TERM=dumb", "TERM="]) func dumb(term: String)
      throws
    {
      let folder = try ScratchFolder()
      let ending = try shell("script -qec '\(term) $PROGRAM --plots \(folder.path)' /dev/null")
      #expect(ending.status == 0)
      #expect(!ending.output.contains("\u{1B}"))
    }
  #endif
}

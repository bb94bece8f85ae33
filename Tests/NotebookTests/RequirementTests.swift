import ArgumentParser

import Testing

@testable import Notebook

@Suite("Options that are refused") struct RequirementTests {
  @Test("The line names the option, what would be right, and the value as typed")
  func words() {
    #expect(refusal(-1.0, .above(0)) == "--rate must be above 0, but is -1.")
    #expect(refusal(0.0, .above(0)) == "--rate must be above 0, but is 0.")
    #expect(refusal(1.0, .from(0..<1)) == "--rate must be at least 0 and below 1, but is 1.")
    #expect(refusal(1.5, .from(0...1)) == "--rate must be from 0 to 1, but is 1.5.")
    #expect(refusal(4.0, .between(0, 4)) == "--rate must be above 0 and below 4, but is 4.")
    #expect(refusal(0, .from(1...10_000)) == "--rate must be from 1 to 10000, but is 0.")
  }

  @Test("Infinite and nan values are refused by every requirement", arguments: [Double.infinity, -.infinity, .nan])
  func nonFinite(value: Double) {
    #expect(refusal(value, .finite) == "--rate must be a finite number, but is \(value).")
    #expect(refusal(value, .above(0)) == "--rate must be finite and above 0, but is \(value).")
    #expect(refusal(value, .atLeast(-3)) == "--rate must be finite and at least -3, but is \(value).")
  }

  @Test("What meets the requirement passes") func met() throws {
    try require(0.1, "--rate", .above(0))
    try require(0, "--rate", .from(0..<1))
    try require(-3, "--rate", .atLeast(-3))
  }

  private func refusal(_ value: Double, _ requirement: Requirement) -> String? {
    message { try require(value, "--rate", requirement) }
  }

  private func refusal(_ value: Int, _ requirement: Requirement) -> String? {
    message { try require(value, "--rate", requirement) }
  }

  private func message(_ work: () throws -> Void) -> String? {
    do {
      try work()
      return nil
    } catch {
      return (error as? ValidationError)?.message
    }
  }

  @Test(
    "A knob's help names range and default; a value outside is refused with the range",
    arguments: [
      (["--scale", "0"], "It must be above 0."), (["--scale", "inf"], "It must be finite and above 0."),
      (["--scale", "x"], "It must be a number, above 0."), (["--scale", "-1"], "It must be above 0."),
    ])
  func knob(arguments: [String], reason: String) throws {
    #expect(TinyLesson.helpMessage().contains("Scale, above 0. (default: 1)"))
    #expect(try TinyLesson.parse(["--scale", "2.5"]).scale == 2.5)
    #expect(try TinyLesson.parse([]).scale == 1)
    do {
      _ = try TinyLesson.parse(TinyLesson.joiningNegativeNumbers(arguments))
      Issue.record("was accepted")
    } catch {
      #expect(TinyLesson.exitCode(for: error) == .validationFailure)
      #expect(TinyLesson.message(for: error).hasSuffix(reason))
    }
  }
}

import ArgumentParser

/// What the value of an option must satisfy; an infinite or nan value satisfies none of them.
///
/// A knob takes one, `@Option("Learning rate η", .above(0)) var learningRate = 0.1`; where two options depend on each
/// other, `validate()` calls `require(learningRate, "--learning-rate", .above(0))`. A value that is refused ends the program
/// with status 64 and one line such as
/// "--learning-rate must be above 0, but is -1."
public struct Requirement: Sendable {
  let words: String
  let isMet: @Sendable (Double) -> Bool

  /// Whether a number is finite and meets the requirement.
  func accepts(_ value: Double) -> Bool { value.isFinite && isMet(value) }

  /// Any finite number.
  public static let finite = Requirement(words: "a finite number") { _ in true }

  /// A number greater than a bound.
  public static func above(_ bound: Double) -> Requirement {
    Requirement(words: "above \(exact(bound))") { $0 > bound }
  }

  /// A number greater than one bound and not greater than another.
  public static func above(_ low: Double, atMost high: Double) -> Requirement {
    Requirement(words: "above \(exact(low)) and at most \(exact(high))") { $0 > low && $0 <= high }
  }

  /// A number greater than a bound or equal to it.
  public static func atLeast(_ bound: Double) -> Requirement {
    Requirement(words: "at least \(exact(bound))") { $0 >= bound }
  }

  /// A number in a range that includes its upper end.
  public static func from(_ range: ClosedRange<Double>) -> Requirement {
    Requirement(words: "from \(exact(range.lowerBound)) to \(exact(range.upperBound))") { range.contains($0) }
  }

  /// A number in a range that excludes its upper end.
  public static func from(_ range: Range<Double>) -> Requirement {
    Requirement(words: "at least \(exact(range.lowerBound)) and below \(exact(range.upperBound))") {
      range.contains($0)
    }
  }

  /// A number strictly between two others.
  public static func between(_ low: Double, _ high: Double) -> Requirement {
    Requirement(words: "above \(exact(low)) and below \(exact(high))") { $0 > low && $0 < high }
  }
}

/// Refuses the value of an option unless it meets a requirement and is finite.
///
/// - Throws: `ValidationError`, which ends the program with status 64.
public func require(_ value: Double, _ option: String, _ requirement: Requirement) throws {
  guard requirement.accepts(value) else {
    // Where only finiteness is missing, the line says so: "above 0, but is inf" would puzzle.
    let isFinitenessMissing = !value.isFinite && requirement.words != Requirement.finite.words
    let words = isFinitenessMissing ? "finite and \(requirement.words)" : requirement.words
    throw ValidationError("\(option) must be \(words), but is \(exact(value)).")
  }
}

/// Refuses the value of a whole-numbered option unless it meets a requirement.
///
/// - Throws: `ValidationError`, which ends the program with status 64.
public func require(_ value: Int, _ option: String, _ requirement: Requirement) throws {
  guard requirement.isMet(Double(value)) else {
    throw ValidationError("\(option) must be \(requirement.words), but is \(value).")
  }
}

extension Lesson {
  /// The arguments with `--name -1` written as `--name=-1`.
  ///
  /// The parser takes a lone "-1" for an option of its own and says that the value is missing; joined, it reaches the
  /// lesson's validation, which can say what would be right.
  static func joiningNegativeNumbers(_ arguments: [String]) -> [String] {
    arguments.reduce(into: []) { joined, argument in
      let isNegative = argument.hasPrefix("-") && Double(argument) != nil
      if isNegative, let option = joined.last, option.hasPrefix("--"), option != "--", !option.contains("=") {
        joined[joined.count - 1] = "\(option)=\(argument)"
      } else {
        joined.append(argument)
      }
    }
  }
}

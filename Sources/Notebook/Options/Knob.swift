import ArgumentParser

/// A value that a knob can have: a whole number or any number.
public protocol KnobValue: ExpressibleByArgument, Sendable {
  /// The value for comparing it with a range.
  var number: Double { get }
}

extension Int: KnobValue {
  /// The value for comparing it with a range.
  public var number: Double { Double(self) }
}

extension Double: KnobValue {
  /// The value itself.
  public var number: Double { self }
}

extension Option where Value: KnobValue {
  /// A knob: its words, its unit, its range and its default are said once, here.
  ///
  /// The help line and the refusal of a value come from them: `--depth 5` ends the program with status 64 and "The value
  /// '5' is invalid for '--depth <depth>': It must be from 6 to 100."
  ///
  /// ```swift
  /// @Option("Hidden layers of the deepest network", .from(6...100)) var depth = 40
  /// @Option("Time", .from(1...60), unit: "seconds") var duration = 5.0
  /// ```
  ///
  /// - Precondition: the default lies in the range.
  public init(wrappedValue: Value, _ words: String, _ requirement: Requirement, unit: String? = nil) {
    precondition(
      requirement.accepts(wrappedValue.number),
      "The default of “\(words)” must be \(requirement.words), but is \(exact(wrappedValue.number)).")
    let unitWords = unit.map { " in \($0)" } ?? ""
    self.init(
      wrappedValue: wrappedValue,
      // The parser tells no default of an option that has a transformation.
      help: ArgumentHelp("\(words)\(unitWords), \(requirement.words). (default: \(exact(wrappedValue.number)))")
    ) { (text: String) throws -> Value in
      guard let value = Value(argument: text) else {
        throw ValidationError(
          "It must be \(Value.self == Int.self ? "a whole number" : "a number"), \(requirement.words).")
      }
      guard requirement.accepts(value.number) else {
        throw ValidationError("It must be \(value.number.isFinite ? "" : "finite and ")\(requirement.words).")
      }
      return value
    }
  }
}

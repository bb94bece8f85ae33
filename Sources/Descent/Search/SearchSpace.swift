/// The hyperparameters of a search, each searched or fixed: a unit cube with one axis for each that is searched.
///
/// ```swift
/// let space = SearchSpace([
///   Hyperparameter("rate", 1e-3...1, .logarithmic), Hyperparameter("momentum", 0...0.99, .reverseLogarithmic),
/// ])
/// space.values(at: [0.5, 0.5])                              // ["rate": 0.0316…, "momentum": 0.9]
/// try space.fixing("momentum=0.9").values(at: [0.5])        // likewise, with one axis
/// ```
public struct SearchSpace: Sendable, Hashable {
  /// All hyperparameters, in their order.
  public let hyperparameters: [Hyperparameter]
  /// The values of those that are not searched, by name.
  public private(set) var fixed: [String: Double] = [:]

  /// Makes a space in which all hyperparameters are searched.
  ///
  /// - Precondition: there is at least one, and no two have one name.
  public init(_ hyperparameters: [Hyperparameter]) {
    precondition(!hyperparameters.isEmpty, "A search needs at least one hyperparameter.")
    precondition(
      Set(hyperparameters.map(\.name)).count == hyperparameters.count,
      "The hyperparameters of a search need names of their own, but are \(hyperparameters.map(\.name)).")
    self.hyperparameters = hyperparameters
  }

  /// Those that are searched, one for each axis of the cube.
  public var searched: [Hyperparameter] { hyperparameters.filter { fixed[$0.name] == nil } }
  /// How many axes the cube has.
  public var dimensions: Int { hyperparameters.count - fixed.count }

  /// The values of all hyperparameters, by name, at a point of the cube.
  ///
  /// - Precondition: the point has a coordinate from 0 to 1 for each axis.
  public func values(at point: [Double]) -> [String: Double] {
    precondition(
      point.count == dimensions && point.allSatisfy { (0...1).contains($0) },
      "A point of this search has \(dimensions) coordinates from 0 to 1, but is \(point).")
    var values = fixed
    for (axis, hyperparameter) in searched.enumerated() {
      values[hyperparameter.name] = hyperparameter.value(at: point[axis])
    }
    return values
  }

  /// The same search with a hyperparameter fixed at a value.
  ///
  /// - Throws: `SearchSpaceError` for an unknown name, a value outside of the range, and for the last one that is searched.
  public func fixing(_ name: String, at value: Double) throws(SearchSpaceError) -> SearchSpace {
    guard let hyperparameter = hyperparameters.first(where: { $0.name == name }) else {
      throw .unknown(name, known: hyperparameters.map(\.name))
    }
    guard hyperparameter.range.contains(value) else { throw .outside(name, hyperparameter.range, value) }
    var space = self
    space.fixed[name] = value
    guard space.dimensions > 0 else { throw .nothingLeft }
    return space
  }

  /// The same, as one types it: `space.fixing("momentum=0.9")`.
  ///
  /// - Throws: `SearchSpaceError`, also where the text is no name with a number.
  public func fixing(_ assignment: String) throws(SearchSpaceError) -> SearchSpace {
    let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let value = Double(parts[1]) else { throw .unreadable(assignment) }
    return try fixing(String(parts[0]), at: value)
  }
}

/// Why a hyperparameter cannot be fixed as asked.
public enum SearchSpaceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No hyperparameter has this name.
  case unknown(String, known: [String])
  /// The value lies outside of the range.
  case outside(String, ClosedRange<Double>, Double)
  /// The text is no name with a number.
  case unreadable(String)
  /// Nothing would be left to search.
  case nothingLeft

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .unknown(let name, let known):
      "there is no hyperparameter “\(name)” to fix; there are \(known.joined(separator: ", "))."
    case .outside(let name, let range, let value):
      "\(name) must be from \(range.lowerBound) to \(range.upperBound), but is \(value)."
    case .unreadable(let text): "what is fixed is written NAME=NUMBER, such as momentum=0.9, not “\(text)”."
    case .nothingLeft: "at least one hyperparameter must be left to search."
    }
  }
}

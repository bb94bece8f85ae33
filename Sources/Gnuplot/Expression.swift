#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A formula in x that both we and gnuplot can evaluate: we to choose the range and place the label, gnuplot to draw.
///
///     sum     = product (("+" | "-") product)*
///     product = unary (("*" | "/") unary)*
///     unary   = "-" unary | power
///     power   = atom ("**" unary)?
///     atom    = number | "x" | "pi" | name "(" sum ")" | "(" sum ")"
struct Expression: Sendable {
  /// The formula as gnuplot reads it, with every number written as a real one (in gnuplot 1/2 is 0).
  let gnuplot: String
  private let root: Node

  private indirect enum Node: Sendable {
    case number(Double)
    case x
    case negated(Node)
    case binary(Operator, Node, Node)
    case call(@Sendable (Double) -> Double, Node)
  }

  private enum Operator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "**"
  }

  private static let functions: [String: @Sendable (Double) -> Double] = [
    "exp": { exp($0) }, "log": { log($0) }, "log10": { log10($0) }, "sqrt": { sqrt($0) }, "abs": { abs($0) },
    "sin": { sin($0) }, "cos": { cos($0) }, "tan": { tan($0) }, "atan": { atan($0) }, "sinh": { sinh($0) },
    "cosh": { cosh($0) }, "tanh": { tanh($0) }, "floor": { floor($0) }, "ceil": { ceil($0) },
  ]

  /// Reads the formula; traps, naming the place, when it is none.
  init(_ formula: String) {
    var reader = Reader(formula)
    root = reader.sum()
    precondition(reader.token == nil, "“\(formula)” has an unexpected “\(reader.token ?? "")”.")
    gnuplot = reader.written
  }

  /// The value at x; not finite where the formula has none.
  func callAsFunction(_ x: Double) -> Double { Self.value(of: root, at: x) }

  private static func value(of node: Node, at x: Double) -> Double {
    switch node {
    case .number(let number): number
    case .x: x
    case .negated(let inner): -value(of: inner, at: x)
    case .call(let function, let inner): function(value(of: inner, at: x))
    case .binary(.add, let left, let right): value(of: left, at: x) + value(of: right, at: x)
    case .binary(.subtract, let left, let right): value(of: left, at: x) - value(of: right, at: x)
    case .binary(.multiply, let left, let right): value(of: left, at: x) * value(of: right, at: x)
    case .binary(.divide, let left, let right): value(of: left, at: x) / value(of: right, at: x)
    case .binary(.power, let left, let right): pow(value(of: left, at: x), value(of: right, at: x))
    }
  }

  /// A recursive-descent reader over the formula's tokens.
  private struct Reader {
    let formula: String
    var rest: ArraySlice<String>
    var written = ""
    var token: String? { rest.first }

    init(_ formula: String) {
      self.formula = formula
      rest = Self.tokens(formula)[...]
    }

    /// Numbers (with exponent), names, `**` and single characters.
    static func tokens(_ formula: String) -> [String] {
      var tokens: [String] = []
      var rest = Substring(formula)
      while let first = rest.first {
        var end = rest.index(after: rest.startIndex)
        if first.isWhitespace {
          rest = rest[end...]
          continue
        } else if first.isNumber || first == "." {
          while end < rest.endIndex {
            let previous = rest[rest.index(before: end)]
            let exponentSign = (rest[end] == "-" || rest[end] == "+") && (previous == "e" || previous == "E")
            guard rest[end].isNumber || rest[end] == "." || rest[end] == "e" || rest[end] == "E" || exponentSign
            else { break }
            end = rest.index(after: end)
          }
        } else if first.isLetter {
          while end < rest.endIndex, rest[end].isLetter || rest[end].isNumber { end = rest.index(after: end) }
        } else if first == "*", end < rest.endIndex, rest[end] == "*" {
          end = rest.index(after: end)
        }
        tokens.append(String(rest[..<end]))
        rest = rest[end...]
      }
      return tokens
    }

    mutating func take(_ text: String) -> Bool {
      guard token == text else { return false }
      rest = rest.dropFirst()
      written += text
      return true
    }

    mutating func expect(_ text: String) {
      precondition(take(text), "“\(formula)” needs a “\(text)” before “\(token ?? "its end")”.")
    }

    mutating func sum() -> Node {
      var left = product()
      while let next = token, let operation = Operator(rawValue: next), operation == .add || operation == .subtract {
        _ = take(next)
        left = .binary(operation, left, product())
      }
      return left
    }

    mutating func product() -> Node {
      var left = unary()
      while let next = token, let operation = Operator(rawValue: next), operation == .multiply || operation == .divide {
        _ = take(next)
        left = .binary(operation, left, unary())
      }
      return left
    }

    mutating func unary() -> Node {
      take("-") ? .negated(unary()) : powered()
    }

    mutating func powered() -> Node {
      let base = atom()
      return take("**") ? .binary(.power, base, unary()) : base
    }

    mutating func atom() -> Node {
      if take("(") {
        let inner = sum()
        expect(")")
        return inner
      }
      if take("x") { return .x }
      if take("pi") { return .number(.pi) }
      guard let word = token else { fatalError("“\(formula)” ends too early.") }
      if let function = Expression.functions[word] {
        _ = take(word)
        expect("(")
        let inner = sum()
        expect(")")
        return .call(function, inner)
      }
      guard let number = Double(word), number.isFinite else {
        let known = Expression.functions.keys.sorted().joined(separator: ", ")
        fatalError("“\(formula)” has “\(word)”, which is neither a number, x, pi nor one of \(known).")
      }
      rest = rest.dropFirst()
      let text = number.description
      written += text
      return .number(number)
    }
  }
}

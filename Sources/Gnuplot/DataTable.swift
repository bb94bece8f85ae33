/// The numbers of a figure as one table: a header line `# epoch adam adam_lower …`, then a row a line.
///
/// Identical columns are stored once, shorter ones are filled up with NaN, and anything non-finite is written as NaN,
/// so that numpy and pandas read the file as they are.
struct DataTable: Sendable {
  private(set) var names: [String] = []
  private(set) var columns: [[Double]] = []
  private var places: [Int: [Int]] = [:]

  /// The number of the column (from 1, as gnuplot counts) that holds these values.
  ///
  /// The first of the proposed names that is free becomes its name; if none is, the last one with a number.
  mutating func column(_ values: [Double], names proposals: [String]) -> Int {
    var hasher = Hasher()
    values.withUnsafeBytes { hasher.combine(bytes: $0) }
    let key = hasher.finalize()
    for place in places[key] ?? [] where Self.same(columns[place], values) { return place + 1 }
    places[key, default: []].append(columns.count)
    return append(values, names: proposals)
  }

  /// Adds the column even where an identical one is there.
  mutating func append(_ values: [Double], names proposals: [String]) -> Int {
    names.append(freeName(proposals))
    columns.append(values)
    return columns.count
  }

  private func freeName(_ proposals: [String]) -> String {
    let slugs = proposals.map(Self.slug).filter { !$0.isEmpty }
    if let free = slugs.first(where: { !names.contains($0) }) { return free }
    let stem = slugs.first ?? "value"
    var number = 2
    if !names.contains(stem) { return stem }
    while names.contains("\(stem)_\(number)") { number += 1 }
    return "\(stem)_\(number)"
  }

  private static func same(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && a.indices.allSatisfy { a[$0].bitPattern == b[$0].bitPattern }
  }

  /// The text of the table; rows in `groups` of so many lines are parted by an empty one, as gnuplot's grids are.
  func text(groups: Int? = nil) -> [UInt8] {
    let rows = columns.map(\.count).max() ?? 0
    var text: [UInt8] = []
    text.reserveCapacity(rows * columns.count * 12 + 256)
    text.append(contentsOf: "# \(names.joined(separator: " "))\n".utf8)
    for row in 0..<rows {
      if let groups, row > 0, row % groups == 0 { text.append(UInt8(ascii: "\n")) }
      for (index, column) in columns.enumerated() {
        if index > 0 { text.append(UInt8(ascii: " ")) }
        text.append(contentsOf: numberText(row < column.count ? column[row] : .nan).utf8)
      }
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// A name for a column: lower-case ASCII letters, digits and underscores; Greek letters by name.
  static func slug(_ text: String) -> String {
    var slug = ""
    for character in text.lowercased() {
      if let name = greek[character] {
        slug += slug.isEmpty || slug.hasSuffix("_") ? name : "_" + name
      } else if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, !slug.hasSuffix("_") {
        slug += "_"
      }
    }
    return slug.hasSuffix("_") ? String(slug.dropLast()) : slug
  }

  private static let greek: [Character: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "η": "eta", "θ": "theta", "κ": "kappa",
    "λ": "lambda", "μ": "mu", "ν": "nu", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi", "ω": "omega",
  ]
}

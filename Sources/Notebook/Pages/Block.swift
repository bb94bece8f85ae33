/// A part of a lesson, as the page and the terminal each render it.
package enum Block: Equatable {
  case section(String)
  case paragraph(String)
  case list([String])
  case equation(latex: String, plain: String)
  case code(String, language: String)
  case table(Table)
  case figure(Picture)
  case claim(Claim, detail: String?, revised: String?)
  case exercise(Exercise)
  case answer(String)
  /// Parts that a reader may skip, under a line that says what they are.
  indirect case folded(String, [Block])

  var isExercise: Bool { if case .exercise = self { true } else { false } }

  /// How many figures there are in it.
  var figureCount: Int {
    switch self {
    case .figure: 1
    case .folded(_, let blocks): blocks.reduce(0) { $0 + $1.figureCount }
    default: 0
    }
  }
}

/// A table: a heading for each column, and rows of as many cells.
package struct Table: Equatable {
  let columns: [String]
  let rows: [[String]]
  let caption: String?
  /// For each column whether it is set flush right, as numbers are.
  let isFlushRight: [Bool]

  /// Makes a table; a column is set flush right when its cells are all numbers, or as `isFlushRight` says.
  package init(columns: [String], rows: [[String]], caption: String? = nil, isFlushRight: [Bool]? = nil) {
    self.columns = columns
    self.rows = rows
    self.caption = caption
    self.isFlushRight =
      isFlushRight ?? columns.indices.map { column in !rows.isEmpty && rows.allSatisfy { Table.isNumber($0[column]) } }
  }

  /// Whether a cell is a number, with or without ±, %, a power of ten or bold type.
  private static func isNumber(_ cell: String) -> Bool {
    ["inf", "−inf", "nan"].contains(cell) || !cell.contains { $0.isLetter || $0 == "`" }
  }
}

/// A figure that has been drawn.
package struct Picture: Equatable {
  let number: Int
  let title: String
  let caption: String
  /// The picture's file in the lesson's folder.
  let file: String
  /// The data and the script that draw it, in the lesson's folder too.
  let files: [String]
  /// The same picture without its title and with larger text, for the gallery; nil where there is none.
  var thumbnail: String?
}

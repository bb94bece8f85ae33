/// The shape of a product of two matrices, nil where the columns of the one do not meet the rows of the other.
func productShape(_ a: [Int], _ b: [Int]) -> [Int]? { a[1] == b[0] ? [a[0], b[1]] : nil }

/// Whether W₀ᵀx + BᵀAᵀx can be computed for A and B of one shape, `[r, d]` as in note 1, and x of d numbers in a column.
func notesFormulaMultiplies(width d: Int, rank r: Int) -> Bool {
  let (transposedB, transposedA, x) = ([d, r], [d, r], [d, 1])
  return productShape(transposedB, transposedA).flatMap { productShape($0, x) } == productShape([d, d], x)
}

/// Products that one row takes with matrices of some shapes: in reading once, in training three times with what is trained
/// (forward, back, for its own gradient) and twice with what is frozen.
struct Products: Equatable {
  let reading, training: Int

  /// All matrices trained, or all frozen with changes of some rank beside them, of rank·(outputs + inputs) numbers each.
  init(_ shapes: [[Int]], rank: Int?) {
    let own = shapes.reduce(0) { $0 + $1[0] * $1[1] }
    let change = shapes.reduce(0) { $0 + (rank ?? 0) * ($1[0] + $1[1]) }
    reading = own + change
    training = rank == nil ? 3 * own : 2 * own + 3 * change
  }
}

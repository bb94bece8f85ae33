/// Moves labels apart so that none touches its neighbour, each as little as possible.
enum LabelSpread {
  /// Positions at least `distance` apart, in the order of the wanted ones, within the bounds where there is room.
  ///
  /// The sum of squared displacements is the least possible: it is isotonic regression of `wanted[k] − k·distance`
  /// by pooling adjacent violators (Barlow et al. 1972), in the order of the wanted positions.
  static func positions(_ wanted: [Double], distance: Double, within bounds: ClosedRange<Double>) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var blocks: [(mean: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      blocks.append((wanted[index] - Double(rank) * distance, 1))
      while blocks.count > 1, blocks[blocks.count - 2].mean > blocks[blocks.count - 1].mean {
        let last = blocks.removeLast()
        let before = blocks.removeLast()
        let count = last.count + before.count
        let total = last.mean * Double(last.count) + before.mean * Double(before.count)
        blocks.append((total / Double(count), count))
      }
    }
    let span = Double(max(0, wanted.count - 1)) * distance
    let highest = max(bounds.lowerBound, bounds.upperBound - span)
    let means = blocks.flatMap { block in Array(repeating: block.mean, count: block.count) }
    var positions = wanted
    for (rank, index) in order.enumerated() {
      positions[index] = min(max(means[rank], bounds.lowerBound), highest) + Double(rank) * distance
    }
    return positions
  }
}

/// Which slice along one axis each number of a tensor belongs to: rows, columns, filters.
struct Slices {
  /// How many slices there are.
  let count: Int
  /// How many numbers in a row belong to one slice.
  let width: Int

  /// The slice of the number at a place, counted row by row.
  func slice(of place: Int) -> Int { place / width % count }
}

extension Tensor {
  /// The slices along an axis, or the one slice that is the whole tensor.
  func slices(along axis: Int?) -> Slices {
    guard let axis else { return Slices(count: 1, width: max(count, 1)) }
    let normal = normalized(axis: axis)
    return Slices(count: shape[normal], width: shape[(normal + 1)...].reduce(1, *))
  }
}

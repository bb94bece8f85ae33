/// Samples in the order of a file as they leave a shuffle buffer: what is left of shuffling where memory holds only some.
///
/// The first `length` samples fill the buffer. Then each read gives out one of them at random, and the sample that was read
/// takes its place; at the end the rest comes out in random order. A length of 1 leaves the order as it is, one of
/// `file.count` shuffles all.
///
/// - Precondition: the length is at least 1.
/// - Source: TensorFlow's `tf.data.Dataset.shuffle(buffer_size)`.
public func throughBuffer(_ file: [Int], length: Int, using generator: inout RandomGenerator) -> [Int] {
  checkLength(length, "A shuffle buffer's length")
  var buffer = Array(file.prefix(length))
  var out: [Int] = []
  out.reserveCapacity(file.count)
  for sample in file.dropFirst(length) {
    let place = generator.integer(below: buffer.count)
    out.append(buffer[place])
    buffer[place] = sample
  }
  return out + generator.permutation(of: buffer.count).map { buffer[$0] }
}

import Numerics

/// How far a weight swings to either side on two bowls ½(w − 1)² and ½(w + 1)², visited in runs of r steps in turn:
///
///     (1 − q)/(1 + q),   q = (1 − η)ʳ
///
/// A run of ones brings w to 1 − q (1 − w), and the cycle closes where that is −w of its start.
func swing(rate: Double, run: Int) -> Double {
  let kept = Double.pow(1 - rate, run)
  return (1 - kept) / (1 + kept)
}

/// The share of the newest r samples among all that a shuffle buffer of length b holds, expected: 1 − (1 − 1/b)ʳ.
///
/// Each read puts out one of the b at random, so a sample survives it with 1 − 1/b: what leaves the buffer is an
/// exponential average of the file with that decay.
func newestShare(buffer: Double, run: Int) -> Double { 1 - .pow(1 - 1 / buffer, run) }

/// By how much a batch's mean misses the mean of all, in units of the samples' standard deviation:
///
///     1/√B with replacement,   √((N − B)/(N − 1)) times that without
func batchError(size: Double, of count: Double = .infinity) -> Double {
  (count.isFinite ? (count - size) / (count - 1) / size : 1 / size).squareRoot()
}

/// The bytes of a training step with Adam, counted by hand as if all were there at once: four numbers for each of 2,410
/// parameters, and for each digit 64 pixels, 84 results on the way and as many gradients, 4 bytes each.
func countedBytes(batchSize: Int) -> Int { 4 * (4 * 2410 + batchSize * (64 + 84 + 84)) }

/// The share of padding in batches of words drawn at random, each as long as its longest: 1 − mean / E[longest of B].
///
/// E[longest] = Σ x (F(x)ᴮ − F(x − 1)ᴮ) with F the share of words of at most x letters.
func expectedPadding(_ lengths: [Int], batchSize: Int) -> Double {
  var counts = [Int](repeating: 0, count: (lengths.max() ?? 0) + 1)
  for length in lengths { counts[length] += 1 }
  var (below, seen, longest, sum) = (0.0, 0, 0.0, 0)
  for (length, count) in counts.enumerated() {
    seen += count
    sum += length * count
    let upTo = Double.pow(Double(seen) / Double(lengths.count), batchSize)
    longest += Double(length) * (upTo - below)
    below = upTo
  }
  return 1 - Double(sum) / Double(lengths.count) / longest
}

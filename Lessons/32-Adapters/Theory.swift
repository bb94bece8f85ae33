/// How many numbers an adapter has, D and U, b and c: 2·width·m + m + width.
func adapterNumbers(bottleneck: Int, width: Int = 32) -> Int { 2 * width * bottleneck + bottleneck + width }

/// How many products with weights an adapter takes for each letter: one for each number of D and U.
func adapterProducts(bottleneck: Int, width: Int = 32) -> Int { 2 * width * bottleneck }

/// The highest rank of a linear adapter's change U·D: the bottleneck, but no more than the width.
func changeRank(bottleneck: Int, width: Int = 32) -> Int { min(bottleneck, width) }

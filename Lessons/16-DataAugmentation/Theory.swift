import Numerics

/// The least cross-entropy that any model can have where a share p of the copies has the other class, in nats.
///
///     H(p) = −p ln p − (1 − p) ln(1 − p),   H(0) = 0
func leastLoss(flipped p: Double) -> Double {
  [p, 1 - p].reduce(0) { $0 - ($1 > 0 ? $1 * .log($1) : 0) }
}

import Numerics

/// The largest whole number of so many bits with a sign that is used: Q = 2^{b−1} − 1.
func highest(_ bits: Int) -> Int { (1 << (bits - 1)) - 1 }

/// The error of the logits at fewer bits, from that at eight: it goes with the scale, so with 1/Q.
func error(at bits: Int, from eight: Double) -> Double { eight * Double(highest(8)) / Double(highest(bits)) }

/// How many bits hold whole numbers up to Q, the inverse of ``highest(_:)``.
func bitsHolding(_ highest: Double) -> Double { .log2(highest + 1) + 1 }

/// By which factor c a weight must be enlarged for eight bits to leave all others so many.
///
/// The scale grows from m/127 to c r m/127, where m is the largest of the others and r how much larger the weight was; the
/// others then reach 127/(c r) = Q.
///
/// - Parameter ratio: r.
func factor(leaving bits: Int, ratio: Double) -> Double { Double(highest(8)) / (Double(highest(bits)) * ratio) }

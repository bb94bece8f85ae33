import Numerics

/// A mean cross-entropy over characters in bits, L/ln 2: how many yes-or-no questions a character takes on average.
///
/// Guessing evenly among n characters costs log₂ n bits; a model that knows each next one costs none.
///
/// - Parameter crossEntropy: L, in nats, as the losses give it.
/// - Source: Shannon, "Prediction and entropy of printed English", Bell System Technical Journal 30 (1951).
public func bitsPerCharacter(_ crossEntropy: Double) -> Double { crossEntropy / Double.log(2) }

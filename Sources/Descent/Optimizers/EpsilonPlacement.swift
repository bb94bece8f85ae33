/// Where an adaptive optimizer adds its ε.
public enum EpsilonPlacement: String, Sendable, Hashable, CaseIterable {
  /// √S + ε, as the Adam paper and PyTorch have it: ε is a floor for the root.
  case outsideRoot
  /// √(S + ε): the floor for the root is √ε, ten thousand times higher for ε = 10⁻⁸.
  case insideRoot
}

/// The divisor of an adaptive step, √(S + inside) + outside.
struct RootWithEpsilon {
  let inside, outside: Double

  init(_ epsilon: Double, _ placement: EpsilonPlacement) {
    inside = placement == .insideRoot ? epsilon : 0
    outside = placement == .outsideRoot ? epsilon : 0
  }
}

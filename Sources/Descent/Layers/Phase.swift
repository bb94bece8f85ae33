/// What a model is being used for, where that makes a difference: passed in at each call, never kept.
public enum Phase: String, Sendable, Hashable, CaseIterable {
  /// The parameters are being fitted: batch normalisation uses the batch's own statistics, and dropout is applied.
  case training
  /// The fitted model is being used: batch normalisation uses its running averages, and dropout is left out.
  case evaluation
}

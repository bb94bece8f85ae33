/// What a training run left behind: the loss of each step, and where it broke.
public struct TrainingLog: Sendable, Hashable {
  /// The loss of each step's mini-batch before the update; where the run broke, the last one is not finite.
  public internal(set) var losses: [Double] = []
  /// What was measured on the way, one number for each number of steps that was asked for; a run that ended before is
  /// measured as it ended.
  public internal(set) var measurements: [Double] = []
  /// How many steps make an epoch.
  public let stepsPerEpoch: Int
  /// How many epochs were planned.
  public let epochs: Int

  /// Makes the log of a run of so many epochs.
  ///
  /// - Precondition: there are at most as many losses as planned steps.
  public init(losses: [Double] = [], stepsPerEpoch: Int, epochs: Int) {
    precondition(
      stepsPerEpoch >= 0 && epochs >= 0 && losses.count <= stepsPerEpoch * epochs,
      "\(losses.count) losses do not fit \(epochs) epochs of \(stepsPerEpoch) steps.")
    (self.losses, self.stepsPerEpoch, self.epochs) = (losses, stepsPerEpoch, epochs)
  }

  /// The number of the first step whose loss is not finite, counted from 0; nil where all are finite.
  public var brokeAt: Int? { losses.firstIndex { !$0.isFinite } }

  /// The mean loss of each epoch: of each that was begun, and of all that were planned where the run broke, infinite from
  /// the epoch in which it did.
  public var epochMeans: [Double] {
    guard stepsPerEpoch > 0 else { return [] }
    let broken = brokeAt.map { $0 / stepsPerEpoch } ?? epochs
    let begun = (losses.count + stepsPerEpoch - 1) / stepsPerEpoch
    return (0..<(brokeAt == nil ? begun : epochs)).map { epoch in
      guard epoch < broken else { return .infinity }
      let part = losses[epoch * stepsPerEpoch..<min((epoch + 1) * stepsPerEpoch, losses.count)]
      return part.reduce(0, +) / Double(part.count)
    }
  }

  /// The mean loss of the last epoch; infinite where the run broke, nan where no step was made.
  public var finalLoss: Double { epochMeans.last ?? .nan }
}

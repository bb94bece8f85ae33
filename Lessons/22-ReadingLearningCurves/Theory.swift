import Numerics

// MARK: Curves

/// The four curves of a run, over a whole part each: before the first epoch, and after every epoch.
struct Curves: Sendable, Hashable {
  var loss: [Double] = []
  var accuracy: [Double] = []
  var validationLoss: [Double] = []
  var validationAccuracy: [Double] = []
}

/// What a run suffers from; the raw value is what the page calls it.
enum Diagnosis: String, CaseIterable, Sendable {
  case diverging
  case decayedTooEarly = "decayed too early"
  case overfitted
  case tooHigh = "rate too high"
  case unfinished
  case underfitted
  case healthy
}

/// The numbers of a run that the rules look at.
struct Symptoms: Sendable, Hashable {
  /// The loss and the accuracy on the training part at the end.
  let loss, accuracy: Double
  /// The share of the loss that the last fifth of the epochs took away.
  let lastFall: Double
  /// Over the second half: the share of epochs in which the loss rises, and its mean change by its mean.
  let rises, roughness: Double
  /// On the validation part: the last loss by the lowest, less 1; the highest accuracy less the last.
  let lossRise, accuracyFall: Double
  /// The accuracy on the training part less that on the validation part, at the end.
  let gap: Double
  /// Over the first half: the fall of an epoch, where it is more than a tenth, by the largest change of the next three.
  let kink: Double

  /// Reads them off the curves.
  ///
  /// - Precondition: the four curves have one length, of at least two.
  init(_ curves: Curves) {
    let (loss, epochs) = (curves.loss, curves.loss.count - 1)
    let lengths = [curves.accuracy, curves.validationLoss, curves.validationAccuracy].map(\.count)
    precondition(epochs >= 1 && lengths.allSatisfy { $0 == epochs + 1 }, "Four curves of one length, of 2 or more.")
    self.loss = loss[epochs]
    accuracy = curves.accuracy[epochs]
    lastFall = 1 - loss[epochs] / loss[epochs - max(1, epochs / 5)]
    let second = epochs / 2..<epochs
    let changes = second.map { loss[$0 + 1] - loss[$0] }
    rises = Double(changes.count { $0 > 0 }) / Double(changes.count)
    roughness = changes.reduce(0) { $0 + abs($1) } / second.reduce(0) { $0 + loss[$1 + 1] }
    lossRise = curves.validationLoss[epochs] / (curves.validationLoss.min() ?? .nan) - 1
    let validation = curves.validationAccuracy
    accuracyFall = (validation.max() ?? .nan) - validation[epochs]
    gap = curves.accuracy[epochs] - validation[epochs]
    let falls = (0..<epochs).map { 1 - loss[$0 + 1] / loss[$0] }
    kink =
      (0..<epochs / 2).compactMap { epoch in
        let next = falls[(epoch + 1)..<min(epoch + 4, epochs)].map { abs($0) }.max()
        return next.map { falls[epoch] > 0.1 ? falls[epoch] / $0 : 0 }
      }.max() ?? 0
  }

  /// The first rule that fits, of those that the page lists. Chance is the loss of equal probabilities, ln 10 for digits.
  func diagnosis(chance: Double = .log(10)) -> Diagnosis {
    if !loss.isFinite || (loss > 0.85 * chance && rises >= 0.3) { return .diverging }
    if kink > 5 && loss > 0.3 { return .decayedTooEarly }
    if lossRise > 0.1 && accuracyFall > 0.02 && gap > 0.1 { return .overfitted }
    if rises >= 0.25 && (roughness >= 0.05 || accuracyFall >= 0.08) { return .tooHigh }
    if lastFall > 0.03 && rises < 0.1 && loss > 0.1 { return .unfinished }
    if accuracy < 0.95 && gap < 0.06 { return .underfitted }
    return .healthy
  }
}

// MARK: The clock

/// How many steps' worth of way momentum β loses at its start, β/(1 − β): its speed after t steps is the share 1 − βᵗ.
func lostSteps(momentum: Double) -> Double { momentum / (1 - momentum) }

/// A series at a place between two of its values, on the straight line that joins them.
func between(_ values: [Double], at place: Double) -> Double {
  let (before, share) = (Int(place), place - place.rounded(.down))
  return share == 0 ? values[before] : values[before] + share * (values[before + 1] - values[before])
}

// MARK: Least squares

/// The mean squared errors that least squares with d inputs leaves on n samples with noise of variance σ².
///
///     training: σ² (1 − d/n),   the same inputs with new noise: σ² (1 + d/n)
func leastSquaresErrors(inputs d: Int, samples n: Int, variance: Double = 1) -> (training: Double, fresh: Double) {
  let share = Double(d) / Double(n)
  return (variance * (1 - share), variance * (1 + share))
}

import Descent
import EventFiles
import Experiments
import Gnuplot
import Synchronization

/// Writes each training that it sees to a folder of its own, as an event file for TensorBoard.
///
/// Scalars every ten steps and at the last: the loss, the greatest loss since the record before, the learning rate, and of
/// each parameter the norm, the norm of its gradient, the share of zeros in that, and the length of its update in units of
/// its own. Histograms of weights and gradients about ten times.
///
///     FOLDER/sgd-0.3/seed-0/events.out.tfevents.0.descent
final class TrainingEvents: TrainingObserver {
  private let folder: String
  private let state = Mutex((names: [String: Int](), failure: FigureError?.none))

  /// Makes the folder.
  ///
  /// - Throws: `FigureError` if nothing can be written there.
  init(folder: String) throws(FigureError) {
    self.folder = folder
    try Files.makeFolder(folder)
  }

  /// How many trainings were seen.
  var count: Int { state.withLock { $0.names.values.reduce(0, +) } }

  /// Why an event file could not be written; the first reason, if there is one.
  var failure: FigureError? { state.withLock { $0.failure } }

  func begin(steps: Int) -> any ObservedTraining {
    let name = Self.folderName(RunName.current)
    let number = state.withLock { state in
      state.names[name, default: 0] += 1
      return state.names[name, default: 1]
    }
    // A run may train more than once, such as the members of an ensemble.
    return RecordedTraining(steps: steps) { [self] in write($0, to: number == 1 ? name : "\(name)-\(number)") }
  }

  private func write(_ bytes: [UInt8], to name: String) {
    do throws(FigureError) {
      try Files.makeFolder("\(folder)/\(name)")
      try Files.write(bytes, to: "\(folder)/\(name)/events.out.tfevents.0.descent")
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }

  /// A run's name with nothing but letters, digits and "._=", a stroke for each row of others; "training" for none.
  static func folderName(_ name: String) -> String {
    let parts = name.split(separator: "/").compactMap { part in
      let words = part.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || "._=".contains($0)) }
      let text = words.joined(separator: "-")
      return text.allSatisfy({ $0 == "." }) ? nil : text
    }
    return parts.isEmpty ? "training" : parts.joined(separator: "/")
  }
}

/// One training on its way into an event file.
private final class RecordedTraining: ObservedTraining {
  private let steps: Int
  private let write: ([UInt8]) -> Void
  private var file = EventFile()
  private var last: ObservedStep?
  private var recorded = -1
  private var greatestLoss = -Double.infinity

  init(steps: Int, write: @escaping ([UInt8]) -> Void) { (self.steps, self.write) = (steps, write) }

  private static let interval = 10

  /// Tens of steps between two histograms, so that there are about ten.
  private var histogramInterval: Int { max(1, steps / 100) * Self.interval }

  func observe(_ step: ObservedStep) {
    last = step
    let loss = step.training.loss
    greatestLoss = greatestLoss.isNaN || loss.isNaN ? .nan : max(greatestLoss, loss)
    if step.training.step % Self.interval == 0 {
      record(step, withHistograms: step.training.step % histogramInterval == 0)
    }
  }

  func end() {
    if let last, last.training.step != recorded { record(last, withHistograms: true) }
    write(file.bytes)
  }

  private func record(_ step: ObservedStep, withHistograms: Bool) {
    var values: [SummaryValue] = [
      .scalar("train/loss", step.training.loss), .scalar("train/greatest loss since the last record", greatestLoss),
      .scalar("train/learning rate", step.learningRate),
      .scalar("gradient norm/all parameters", step.training.gradients.norm),
    ]
    let (gradients, ratios) = (step.training.gradients.tensors, step.updateRatios)
    for (place, name) in step.names.enumerated() {
      values += [
        .scalar("gradient norm/\(name)", gradients[place].norm),
        .scalar("weight norm/\(name)", step.before[place].norm),
        .scalar("update ratio/\(name)", ratios[place]),
        .scalar("zero share/\(name)", gradients[place].zeroShare),
      ]
      guard withHistograms else { continue }
      values += [
        .histogram("gradients/\(name)", gradients[place].scalars),
        .histogram("weights/\(name)", step.before[place].scalars),
      ].compactMap(\.self)
    }
    file.append(step: step.training.step, values)
    (recorded, greatestLoss) = (step.training.step, -.infinity)
  }
}

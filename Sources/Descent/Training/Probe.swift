/// Watches layers: keeps each output that it is shown, and the gradient of the loss by it.
///
/// ```swift
/// let probe = Probe()
/// let (loss, gradients) = valueAndGradients(of: model) {
///   softmaxCrossEntropy(model(x, hook: probe.callAsFunction), labels: y)
/// }
/// print(probe.readings.map { $0.gradient?.norm ?? 0 })  // ‖∂L/∂h₁‖, ‖∂L/∂h₂‖, …
/// ```
///
/// It changes no number on either way. A probe may stay in place during training: it then holds the latest step.
public final class Probe {
  /// What was seen of one layer.
  public struct Reading: Sendable {
    /// The name that the layer was shown under.
    public let name: String
    /// The output h, of the shape that it was shown in.
    public let output: Tensor
    /// The gradient ∂L/∂h, of the output's shape; nil until a walk back has come by.
    public fileprivate(set) var gradient: Tensor?
  }

  /// The latest reading of each layer, in the order in which they were first shown.
  public private(set) var readings: [Reading] = []

  /// Makes a probe that has seen nothing yet.
  public init() {}

  /// The latest reading under this name, if there is one.
  public subscript(name: String) -> Reading? { readings.first { $0.name == name } }

  /// The output, unchanged, after it has been noted under a name.
  public func callAsFunction(_ output: Tensor, _ name: String) -> Tensor {
    let reading = Reading(name: name, output: output.detached)
    let place = readings.firstIndex { $0.name == name } ?? readings.endIndex
    if place == readings.endIndex { readings.append(reading) } else { readings[place] = reading }
    return output.customGradient(
      forward: { $0 },
      backward: { gradient in
        self.readings[place].gradient = gradient
        return gradient
      })
  }
}

/// Called with a layer's output and its name; what it returns goes on to the next layer.
public typealias LayerHook = (_ output: Tensor, _ name: String) -> Tensor

/// A model of which only some parameters are trained; the others are frozen and stand among its buffers.
///
/// ```swift
/// let trained = model.training { $0.hasPrefix("head.") }
/// let (loss, gradients) = valueAndGradients(of: trained) { softmaxCrossEntropy(model(x), labels: y) }
/// optimizer.update(trained, with: gradients)
/// ```
///
/// It shares the model's parameters, and the model itself is called as before; layers are wrapped or replaced first, for
/// those that come later are no part of it. No gradient is computed for a frozen
/// parameter, and nothing is recorded of results that depend on no trained one: the way back ends at the lowest layer
/// that is trained. An optimizer remembers the trained parameters alone. Batch normalisation goes on moving its running
/// averages in training, frozen or not, as in PyTorch.
public struct PartlyTrained: Model {
  /// The model of which this is a part.
  public let model: any Model
  /// The parameters that are trained, in the model's order.
  public let parameters: [Parameter]
  /// The frozen parameters, then the model's own buffers.
  public let buffers: [Parameter]

  fileprivate init(_ model: some Model, isTrained: (String) -> Bool) {
    self.model = model
    let all = model.parameters
    let isTrained = all.map { isTrained($0.name) }
    parameters = all.indices.filter { isTrained[$0] }.map { all[$0] }
    buffers = all.indices.filter { !isTrained[$0] }.map { all[$0] } + model.buffers
    precondition(!parameters.isEmpty, "Nothing is left to train of \(all.map(\.name)).")
  }
}

extension Model {
  /// The model with the parameters frozen that have such names; see ``PartlyTrained``.
  ///
  /// - Precondition: some parameter is left to train.
  public func freezing(_ isFrozen: (String) -> Bool) -> PartlyTrained {
    PartlyTrained(self) { !isFrozen($0) }
  }

  /// The model with the parameters of exactly these names frozen.
  ///
  /// - Precondition: there is a parameter of each name, and some other is left to train.
  public func freezing(_ names: [String]) -> PartlyTrained {
    checkNames(names)
    return freezing(Set(names).contains)
  }

  /// The model with all parameters frozen but those that have such names; see ``PartlyTrained``.
  ///
  /// - Precondition: some parameter is trained.
  public func training(only isTrained: (String) -> Bool) -> PartlyTrained {
    PartlyTrained(self, isTrained: isTrained)
  }

  /// The model with all parameters frozen but those of exactly these names.
  ///
  /// - Precondition: there is a parameter of each name, and there is at least one.
  public func training(only names: [String]) -> PartlyTrained {
    checkNames(names)
    return training(only: Set(names).contains)
  }

  private func checkNames(_ names: [String]) {
    let known = parameters.map(\.name)
    for name in names { precondition(known.contains(name), "No parameter is called \(name); there are \(known).") }
  }
}

/// Something with parameters to train.
///
/// ```swift
/// struct Classifier: Model {
///   let hidden, output: Dense
///   var parameters: [Parameter] { hidden.parameters + output.parameters }
///   func callAsFunction(_ x: Tensor) -> Tensor { output(hidden(x)) }
/// }
/// ```
public protocol Model {
  /// The parameters in a fixed order, each once, with unique names.
  var parameters: [Parameter] { get }

  /// What the model keeps beside its parameters, such as the running averages of ``BatchNorm``: part of its ``state``,
  /// but neither differentiated nor touched by an optimizer. Empty unless the model says otherwise.
  ///
  /// A model made of layers lists theirs, as it does with `parameters`. A parameter that is not to be trained stands here
  /// too: an optimizer's first update stops the program where the model holds one that neither list has.
  var buffers: [Parameter] { get }
}

extension Model {
  /// No buffers.
  public var buffers: [Parameter] { [] }

  /// How many numbers training changes.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.tensor.count } }

  /// The numbers of all parameters, then of all buffers, as a value of its own: later training does not touch it.
  ///
  /// A parameter with a ``Parameter/mask`` has two entries, `NAME_orig` and `NAME_mask`. Setting a state brings back
  /// the numbers and, where they were kept, the masks; the order of its entries makes no difference.
  public var state: ModelState {
    get { ModelState((parameters + buffers).map { ($0.name, $0.tensor, $0.mask) }) }
    nonmutating set {
      let kept = parameters + buffers
      let entries = kept.compactMap { parameter in newValue.entry(parameter.name).map { (parameter, $0) } }
      precondition(
        entries.count == kept.count && entries.reduce(0) { $0 + ($1.1.mask == nil ? 1 : 2) } == newValue.names.count,
        "A state does not fit the model: it lacks \(newValue.missing(of: kept)), "
          + "and has \(newValue.further(than: kept)) beside.")
      for (parameter, entry) in entries {
        parameter.assign(entry.tensor)
        parameter.mask = entry.mask
      }
    }
  }
}

/// The numbers of all parameters and buffers of a model at one moment, and their masks.
public struct ModelState: Sendable, Equatable {
  /// The names of the parameters, in the model's order, then of the buffers; `NAME_orig` and `NAME_mask` for a masked
  /// one.
  public let names: [String]
  /// The numbers, in the same order.
  public let tensors: [Tensor]

  /// Makes a state of names and as many tensors.
  public init(names: [String], tensors: [Tensor]) {
    precondition(names.count == tensors.count, "\(names.count) names cannot go with \(tensors.count) tensors.")
    self.names = names
    self.tensors = tensors
  }

  /// The numbers of the parameter or buffer with this name, if there is one.
  public subscript(name: String) -> Tensor? {
    names.firstIndex(of: name).map { tensors[$0] }
  }
  /// Makes the state of parameters with these names, numbers and masks.
  init(_ entries: [(name: String, tensor: Tensor, mask: Tensor?)]) {
    self.init(
      names: entries.flatMap { $0.mask == nil ? [$0.name] : [$0.name + "_orig", $0.name + "_mask"] },
      tensors: entries.flatMap { [$0.tensor] + ($0.mask.map { [$0] } ?? []) })
  }

  /// The parameters' own names, masked or not, and their numbers.
  var parameters: [(name: String, tensor: Tensor)] {
    let masks = Set(names.filter { $0.hasSuffix("_mask") }.map { $0.dropLast(5) })
    let masked = Set(names.filter { $0.hasSuffix("_orig") }.map { $0.dropLast(5) }).intersection(masks)
    return zip(names, tensors).compactMap { name, tensor in
      guard masked.contains(name.dropLast(5)) else { return (name, tensor) }
      return name.hasSuffix("_orig") ? (String(name.dropLast(5)), tensor) : nil
    }
  }

  /// The numbers of the parameter with this name, and the mask that covered it, if there was one.
  func entry(_ name: String) -> (tensor: Tensor, mask: Tensor?)? {
    if let tensor = self[name] { return (tensor, nil) }
    guard let tensor = self[name + "_orig"], let mask = self[name + "_mask"] else { return nil }
    return (tensor, mask)
  }

  /// The names of the parameters that have no entry.
  fileprivate func missing(of parameters: [Parameter]) -> [String] {
    parameters.map(\.name).filter { entry($0) == nil }
  }

  /// The names that belong to no parameter.
  fileprivate func further(than parameters: [Parameter]) -> [String] {
    let own = parameters.flatMap { names.contains($0.name) ? [$0.name] : [$0.name + "_orig", $0.name + "_mask"] }
    return names.filter { !own.contains($0) }
  }
}

/// A layer that stands around another one and adds parameters of its own: ``LoRA``, ``Adapter``, ``AdapterFusion``.
public protocol LayerWrapper: Layer {
  /// The layer inside, as it was before.
  var wrapped: any Layer { get }
  /// The parameters that the wrapper added: those that adapting trains, and all that its file holds.
  var added: [Parameter] { get }
  /// A dense layer of its own that computes the same, under the inner layer's names; nil where no matrix can.
  var folded: Dense? { get }
}

extension LoRA: LayerWrapper {
  /// The dense layer.
  public var wrapped: any Layer { base }
  /// A and B.
  public var added: [Parameter] { [down, up] }
  /// ``merged``, which there always is.
  public var folded: Dense? { merged }
}

extension Adapter: LayerWrapper {
  /// The layer that comes before.
  public var wrapped: any Layer { base }
  /// D, b, U and c, after those of a wrapper inside.
  public var added: [Parameter] { ((base as? any LayerWrapper)?.added ?? []) + down.parameters + up.parameters }
  /// ``merged``, which a linear adapter has.
  public var folded: Dense? { merged }
}

extension AdapterFusion: LayerWrapper {
  /// The layer that comes before.
  public var wrapped: any Layer { base }
  /// Q and K: the adapters were learnt before, and have files of their own.
  public var added: [Parameter] { [query, key] }
  /// None: the shares hang on what comes in.
  public var folded: Dense? { nil }
}

/// A model whose layers can be exchanged without touching its code.
public protocol LayerContainer: Model {
  /// Exchanges each layer that stands where any may, first to last, for what `replace` makes of it.
  mutating func replaceLayers(_ replace: (any Layer) -> any Layer)
}

extension LayerContainer {
  /// The model with dense layers wrapped, which shares its parameters: the model itself is the wrappers switched off.
  ///
  /// ```swift
  /// let adapted = model.wrapping(["query", "value"]) { LoRA($0, rank: 4, using: &generator) }
  /// let trained = adapted.trainingAdapters()
  /// ```
  ///
  /// - Parameters:
  ///   - targets: the last parts of the layers' names, as in PEFT's `target_modules`: `query`, `attention.output`.
  ///   - wrap: gives the layer that takes the place; called in the layers' order.
  /// - Precondition: each target is the end of some dense layer's name.
  public func wrapping(_ targets: [String], by wrap: (any Layer) -> any Layer) -> Self {
    var (model, found) = (self, Set<String>())
    model.replaceLayers { layer in
      guard let dense = innermost(layer) as? Dense,
        let target = targets.first(where: { dense.name == $0 || dense.name.hasSuffix("." + $0) })
      else { return layer }
      found.insert(target)
      return wrap(layer)
    }
    for target in targets { precondition(found.contains(target), "No dense layer's name ends with \(target).") }
    return model
  }

  /// The model with all wrappers switched off: the layers inside, with their own parameters.
  public var unwrapped: Self {
    var model = self
    model.replaceLayers(innermost)
    return model
  }

  /// The model with each wrapper folded into the dense layer inside where a matrix can compute the same; the others stay.
  public var merged: Self {
    var model = self
    model.replaceLayers { ($0 as? any LayerWrapper)?.folded ?? $0 }
    return model
  }

  /// What the wrappers have added, in the layers' order.
  public var added: [Parameter] { wrappers.flatMap(\.added) }

  /// The model with all frozen but what the wrappers have added, and layers of these names.
  ///
  /// - Parameter names: the first parts of further parameters' names, such as `head`.
  /// - Precondition: there is something to train.
  public func trainingAdapters(and names: [String] = []) -> PartlyTrained {
    let added = Set(added.map(\.name))
    return training { name in added.contains(name) || names.contains { name.hasPrefix($0 + ".") } }
  }

  /// The wrappers, in the layers' order.
  public var wrappers: [any LayerWrapper] {
    var (model, wrappers) = (self, [any LayerWrapper]())
    model.replaceLayers { layer in
      if let wrapper = layer as? any LayerWrapper { wrappers.append(wrapper) }
      return layer
    }
    return wrappers
  }
}

/// The layer inside of all wrappers.
private func innermost(_ layer: any Layer) -> any Layer {
  (layer as? any LayerWrapper).map { innermost($0.wrapped) } ?? layer
}

// MARK: - Where layers may be exchanged

extension MultiHeadAttention: LayerContainer {
  /// Query, key, value and output.
  public mutating func replaceLayers(_ replace: (any Layer) -> any Layer) {
    query = replace(query)
    key = replace(key)
    value = replace(value)
    output = replace(output)
  }
}

extension FeedForward: LayerContainer {
  /// Up, gate and down.
  public mutating func replaceLayers(_ replace: (any Layer) -> any Layer) {
    up = replace(up)
    gate = gate.map(replace)
    down = replace(down)
  }
}

extension TransformerBlock: LayerContainer {
  /// Those of the attention and of the feed-forward block.
  public mutating func replaceLayers(_ replace: (any Layer) -> any Layer) {
    attention.replaceLayers(replace)
    feedForward.replaceLayers(replace)
  }
}

extension LetterModel: LayerContainer {
  /// Those of the blocks, and the head.
  public mutating func replaceLayers(_ replace: (any Layer) -> any Layer) {
    for block in blocks.indices { blocks[block].replaceLayers(replace) }
    head = replace(head)
  }
}

extension Sequential: LayerContainer {
  /// All layers in the row.
  public mutating func replaceLayers(_ replace: (any Layer) -> any Layer) { self = Sequential(layers.map(replace)) }
}

/// Layers in a row: each one's output is the next one's input.
///
/// Its parameters and buffers are those of its layers, first to last; their names are the layers' own.
public struct Sequential: Layer {
  /// The layers, first to last.
  public let layers: [any Layer]
  /// All layers' parameters, first to last.
  public let parameters: [Parameter]
  /// All layers' buffers, first to last.
  public let buffers: [Parameter]

  /// Makes a network of layers.
  public init(_ layers: any Layer...) { self.init(layers) }

  /// Makes a network of a list of layers.
  ///
  /// - Precondition: the names of all parameters and buffers differ.
  public init(_ layers: [any Layer]) {
    self.layers = layers
    parameters = layers.flatMap { $0.parameters }
    buffers = layers.flatMap { $0.buffers }
    var seen: Set<String> = []
    for name in (parameters + buffers).map(\.name) {
      precondition(seen.insert(name).inserted, "Two parameters in a row of layers are called \(name).")
    }
  }

  /// The last layer's output.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    layers.reduce(x) { $1($0, in: phase) }
  }

  /// The last layer's output, with a hook on each layer's output on the way: to watch it (``Probe``) or to change it.
  ///
  /// The hook is told the layers' places, `0`, `1`, ….
  public func callAsFunction(_ x: Tensor, in phase: Phase, hook: LayerHook) -> Tensor {
    layers.enumerated().reduce(x) { hook($1.element($0, in: phase), "\($1.offset)") }
  }
}

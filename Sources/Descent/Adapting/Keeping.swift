// Structured pruning that makes a network smaller: layers of their own with some of another's units. A unit that goes
// takes its row and its bias along, and the columns by which the next layer reads it. What a mask covers is 0 in them.

extension Dense {
  /// The layer with these outputs and inputs alone, in this order: y[i] = f(Σⱼ W[outputs[i], inputs[j]] xⱼ + b[outputs[i]]).
  ///
  /// It has parameters of its own, with the same names. Without a list all are kept.
  ///
  /// - Precondition: at least one of each is kept, and each is there.
  public func keeping(outputs: [Int]? = nil, inputs: [Int]? = nil) -> Dense {
    let (name, shape) = (weight.layerName, weight.tensor.shape)
    let outputs = kept(outputs, of: shape[0], "outputs", name)
    let columns = kept(inputs, of: shape[1], "inputs", name)
    return Dense(
      name, weight: weight.value.take(rows: outputs).transposed.take(rows: columns).transposed,
      bias: bias.value.take(rows: outputs), activation: activation)
  }
}

extension Convolution2D {
  /// The layer with these filters, which read these channels alone, in this order.
  ///
  /// It has parameters of its own, with the same names. Without a list all are kept.
  ///
  /// - Precondition: at least one of each is kept, and each is there.
  public func keeping(filters: [Int]? = nil, channels: [Int]? = nil) -> Convolution2D {
    let (name, shape) = (weight.layerName, weight.tensor.shape)
    let rows = kept(filters, of: shape[0], "filters", name)
    let columns = kept(channels, of: shape[1], "channels", name)
    let swapped = [1, 0, 2, 3]
    return Convolution2D(
      name,
      weight: weight.value.take(rows: rows).transposed(axes: swapped).take(rows: columns).transposed(axes: swapped),
      bias: bias.value.take(rows: rows), activation: activation, stride: stride, padding: padding)
  }
}

extension LeNet {
  /// The network with these filters and units alone, in this order, as a network of its own.
  ///
  /// If the others answer 0 to a picture, it computes the same logits but for rounding. A filter of `conv2` takes along
  /// the 25 inputs of `fc1` that read it. Without a list all of a layer are kept.
  ///
  /// - Precondition: of each layer something is kept, and all of it is there.
  /// - Source: Li et al. 2016, arXiv:1608.08710, figure 1.
  public func keeping(conv1: [Int]? = nil, conv2: [Int]? = nil, fc1: [Int]? = nil, fc2: [Int]? = nil) -> LeNet {
    LeNet(
      conv1: self.conv1.keeping(filters: conv1), conv2: self.conv2.keeping(filters: conv2, channels: conv1),
      fc1: self.fc1.keeping(outputs: fc1, inputs: conv2.map { $0.flatMap { 25 * $0..<25 * ($0 + 1) } }),
      fc2: self.fc2.keeping(outputs: fc2, inputs: fc1), fc3: self.fc3.keeping(inputs: fc2))
  }
}

extension Parameter {
  /// The name without its last part: `fc1` of `fc1.weight`.
  fileprivate var layerName: String { name.split(separator: ".").dropLast().joined(separator: ".") }
}

/// The list, or all places without one.
private func kept(_ places: [Int]?, of count: Int, _ what: String, _ name: String) -> [Int] {
  let places = places ?? Array(0..<count)
  precondition(
    !places.isEmpty && places.allSatisfy((0..<count).contains),
    "Layer \(name) has \(what) 0 to \(count - 1), at least one of them is kept, and not \(places).")
  return places
}

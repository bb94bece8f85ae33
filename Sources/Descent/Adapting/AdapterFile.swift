// What adapting has trained, as a file of its own beside the base: a few kilobytes for each task.

extension LayerContainer {
  /// What the wrappers have added, with PEFT's names (`base_model.model.NAME.lora_A.weight`), and in the metadata
  /// `r` and `lora_alpha` where the wrappers are ``LoRA``, as PEFT's adapter_config.json has them.
  ///
  /// - Precondition: there is a wrapper.
  /// - Source: PEFT's `get_peft_model_state_dict`; it has no names for bottleneck adapters, which have ours.
  public func adapterFile(metadata: [String: String] = [:]) -> SafeTensors {
    precondition(!added.isEmpty, "A model without wrappers has no adapter to write.")
    return SafeTensors(
      added.map { StoredTensor(peftPrefix + $0.name, $0.tensor, as: StoredDType($0.tensor.dtype)) },
      metadata: metadata.merging(loraSettings) { _, own in own })
  }

  /// Reads what ``adapterFile(metadata:)`` wrote into a model that is wrapped alike.
  ///
  /// - Throws: `SafeTensorsError` if a tensor is missing, has another shape or dtype, or belongs to no wrapper, or the
  ///   file's rank or α is another than the model's; then nothing is changed.
  public func loadAdapter(_ file: SafeTensors) throws {
    for (key, own) in loraSettings.sorted(by: { $0.key < $1.key }) {
      if let other = file.metadata[key], other != own {
        throw SafeTensorsError("its \(key) is \(other) where the model has \(own)")
      }
    }
    let known = Set(added.map { peftPrefix + $0.name })
    for tensor in file.tensors where !known.contains(tensor.name) {
      throw SafeTensorsError("\(tensor.name) belongs to no wrapper of the model")
    }
    let template = ModelState(names: added.map { peftPrefix + $0.name }, tensors: added.map(\.tensor))
    let read = try file.state(like: template)
    for (parameter, tensor) in zip(added, read.tensors) { parameter.assign(tensor) }
  }

  private var loraSettings: [String: String] {
    let loras = wrappers.compactMap { $0 as? LoRA }
    guard let first = loras.first, loras.allSatisfy({ $0.rank == first.rank && $0.alpha == first.alpha }) else {
      return [:]
    }
    return ["r": "\(first.rank)", "lora_alpha": "\(first.alpha)"]
  }
}

/// What PEFT puts in front of the base's names.
private let peftPrefix = "base_model.model."

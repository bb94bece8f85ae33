/// Stops the program where a model holds a parameter that neither its parameters nor its buffers list: it would never be
/// trained, or never saved.
func checkListing(of model: some Model) {
  var listed = Set((model.parameters + model.buffers).map(ObjectIdentifier.init))
  checkHeld(by: model, in: "\(type(of: model))", &listed)
}

/// Walks through what a value holds; objects that were met are added to `met`, so that each is looked into once.
private func checkHeld(by value: Any, in model: String, _ met: inout Set<ObjectIdentifier>) {
  if let parameter = value as? Parameter {
    precondition(
      met.contains(ObjectIdentifier(parameter)),
      "\(model) holds \(parameter.name), but lists it neither in its parameters nor in its buffers.")
    return
  }
  // What holds no parameters but may be long.
  if value is Tensor { return }
  if let values = value as? any Collection, holdsNumbers(values) { return }
  var mirror: Mirror? = Mirror(reflecting: value)
  if mirror?.displayStyle == .class, !met.insert(ObjectIdentifier(value as AnyObject)).inserted { return }
  while let level = mirror {
    for child in level.children { checkHeld(by: child.value, in: model, &met) }
    mirror = level.superclassMirror
  }
}

private func holdsNumbers<Values: Collection>(_: Values) -> Bool { Values.Element.self is any Numeric.Type }

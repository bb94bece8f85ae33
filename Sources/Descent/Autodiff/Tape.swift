/// The record of what was computed from the parameters, in order, so that it can be walked backwards.
///
/// Only results that depend on a parameter being differentiated are on it. It lives for one call of
/// ``valueAndGradients(of:_:)`` and is emptied at its end, so memory does not grow with the number of steps.
///
/// Each differentiation has a tape of its own. One may run inside of another, but what it differentiates must not depend
/// on the other's parameters: its gradients are plain numbers, so that the other would miss their share of its own.
/// Wherever two recording tapes meet, the program stops.
final class Tape {
  private var nodes: [Node] = []
  /// False once the walk back has begun: the operations that it uses are not recorded in their turn.
  private(set) var isRecording = true

  init() { nodes.reserveCapacity(32) }

  func append(_ node: Node) { nodes.append(node) }

  /// Walks back from `result`, whose gradient is 1, and leaves each node's gradient with it.
  func propagateBack(from result: Tensor) {
    precondition(
      result.tape.map { $0 === self } ?? true, "A loss cannot be differentiated: \(Self.nested)")
    isRecording = false
    result.node?.gradient = Tensor(repeating: 1, shape: result.shape, dtype: result.dtype)
    for node in nodes.reversed() {
      guard let gradient = node.gradient.take() else { continue }  // an inner result's is not needed any more
      node.pullBack(gradient)
    }
  }

  static let nested =
    "it depends on a parameter of an outer differentiation, which would not learn of it. Take its value's `.detached`."

  /// The one of two tapes that is recording; nil where neither is.
  @inline(__always)
  static func common(_ a: Tape?, _ b: Tape?) -> Tape? {
    guard let a else { return b }
    precondition(b == nil || a === b, "A tensor cannot join a differentiation: \(nested)")
    return a
  }

  /// The one tape on which these tensors are; nil where none of them is being recorded.
  static func of(_ a: Tensor, _ b: Tensor, _ c: Tensor?, _ d: Tensor? = nil) -> Tape? {
    common(common(a.tape, b.tape), common(c?.tape, d?.tape))
  }

  /// Forgets the record; tensors that outlive it become constants.
  func finish() {
    isRecording = false
    // From the back: a node's pullback holds the nodes before it, and a long chain freed from the front would recurse.
    while nodes.popLast() != nil {}
  }
}

/// The place of one result on the tape: of a parameter, or of an operation's result, whose class says how it is pulled back.
///
/// Operations that a network has many of have classes of their own, which keep what they need and no more; the others are
/// recorded with a closure.
class Node {
  let tape: Tape
  /// The gradient of the final result by this one, summed over all uses so far.
  final var gradient: Tensor?

  init(on tape: Tape) { self.tape = tape }

  /// Hands this result's gradient on to the results it was computed from; there are none at a parameter.
  func pullBack(_ gradient: Tensor) {}

  /// Adds to the gradient: a result that is used twice receives two contributions.
  final func receive(_ contribution: Tensor) {
    guard var sum = gradient else {
      gradient = contribution
      return
    }
    gradient = nil  // so that the sum is alone with its numbers, if nobody else holds them
    sum.add(contribution)
    gradient = sum
  }
}

private final class ClosureNode: Node {
  let pullback: (Tensor) -> Void

  init(on tape: Tape, _ pullback: @escaping (Tensor) -> Void) {
    self.pullback = pullback
    super.init(on: tape)
  }

  override func pullBack(_ gradient: Tensor) { pullback(gradient) }
}

extension Tensor {
  /// The tape on which operations on this tensor are being recorded, if they are.
  @inline(__always)
  var tape: Tape? {
    guard let tape = node?.tape, tape.isRecording else { return nil }
    return tape
  }

  /// Whether operations on this tensor are being recorded.
  var isTracked: Bool { tape != nil }

  /// This result, put on the tape if it depends on something that is being differentiated.
  ///
  /// - Parameter pullback: called with this result's gradient on the way back; it calls `receive` on each input.
  @inline(__always)
  func recorded(from a: Tensor, _ pullback: @escaping (Tensor) -> Void) -> Tensor {
    guard let tape = a.tape else { return self }
    return onTape(tape, pullback)
  }

  /// This result of two inputs, put on the tape if it depends on something that is being differentiated.
  @inline(__always)
  func recorded(from a: Tensor, _ b: Tensor, _ pullback: @escaping (Tensor) -> Void) -> Tensor {
    guard let tape = Tape.common(a.tape, b.tape) else { return self }
    return onTape(tape, pullback)
  }

  /// This result of several inputs, put on the tape if it depends on something that is being differentiated.
  func recorded(from inputs: [Tensor], _ pullback: @escaping (Tensor) -> Void) -> Tensor {
    var tape: Tape?
    for input in inputs { tape = Tape.common(tape, input.tape) }
    guard let tape else { return self }
    return onTape(tape, pullback)
  }

  private func onTape(_ tape: Tape, _ pullback: @escaping (Tensor) -> Void) -> Tensor {
    recorded(at: ClosureNode(on: tape, pullback))
  }

  /// This result at its place, which is put on the tape.
  func recorded(at node: Node) -> Tensor {
    node.tape.append(node)
    return Tensor(shape: shape, dtype: dtype, storage: storage, node: node)
  }

  /// Takes a contribution to this tensor's gradient, where one is wanted.
  @inline(__always)
  func receive(_ contribution: @autoclosure () -> Tensor) {
    guard let node else { return }
    node.receive(contribution())
  }

  /// Takes the product A·B of two matrices as a contribution, summed into the gradient that is there where that can be.
  func receive(productOf a: Tensor, transposed transposingA: Bool = false, _ b: Tensor) {
    guard let node else { return }
    guard var sum = node.gradient, !a.shape.contains(0), !b.shape.contains(0) else {
      return node.receive(product(a, b, transposingA: transposingA).reshapedPlain(shape))
    }
    node.gradient = nil
    if isKnownUniquelyReferenced(&sum.storage) {
      if dtype == .float32 {
        multiply(Float.self, a, transposed: transposingA, b, transposed: false, into: sum.rows, keeping: 1)
      } else {
        multiply(Double.self, a, transposed: transposingA, b, transposed: false, into: sum.rows, keeping: 1)
      }
    } else {
      sum = sum + product(a, b, transposingA: transposingA).reshapedPlain(shape)
    }
    node.gradient = sum
  }

  /// Adds a tensor of the same shape, in place where nobody else holds the numbers; not recorded.
  fileprivate mutating func add(_ other: Tensor) {
    guard isKnownUniquelyReferenced(&storage) else {
      self = self + other
      return
    }
    func run<T: Scalar>(_: T.Type) {
      withPointer(T.self) { sums in other.withPointer(T.self) { T.add(sums, $0, sums, count) } }
    }
    if dtype == .float32 { run(Float.self) } else { run(Double.self) }
  }
}

/// The gated unit f(a) ∘ b, number by number: what f makes of the gate a decides how much of b passes.
///
/// By their f: GLU (sigmoid), ReGLU (ReLU), GEGLU (GELU), SwiGLU (SiLU), bilinear (identity). Derivatives, for the
/// gradient g: g ∘ b ∘ f′(a) by a and g ∘ f(a) by b. One operation on the tape, which keeps a and b alone.
///
/// - Precondition: a and b have one shape and one dtype.
/// - Source: Shazeer 2020, arXiv:2002.05202, equations 4 and 5.
public func gated(_ gate: Tensor, _ value: Tensor, by activation: Activation) -> Tensor {
  checkSameDType(gate, value, "A gated unit")
  precondition(gate.shape == value.shape, "A gate of shape \(gate.shape) cannot be held before \(value.shape).")
  func run<T: Scalar>(_: T.Type) -> Tensor {
    let z = Tensor(uninitialized: gate.shape, dtype: gate.dtype)
    gate.withPointer(T.self) { a in
      value.withPointer(T.self) { b in z.withPointer(T.self) { T.gate(activation.kernel, a, b, $0, z.count) } }
    }
    return z.recorded(from: gate, value) { gradient in
      let gateTarget = Tensor(uninitialized: gate.shape, dtype: gate.dtype)
      let valueTarget = Tensor(uninitialized: gate.shape, dtype: gate.dtype)
      gradient.withPointer(T.self) { g in
        gate.withPointer(T.self) { a in
          value.withPointer(T.self) { b in
            gateTarget.withPointer(T.self) { gateTarget in
              valueTarget.withPointer(T.self) {
                T.gatePullback(activation.kernel, g, a, b, gateTarget, $0, gradient.count)
              }
            }
          }
        }
      }
      gate.receive(gateTarget)
      value.receive(valueTarget)
    }
  }
  return gate.dtype == .float32 ? run(Float.self) : run(Double.self)
}

import Descent
import Notebook
import Numerics

/// A matrix whose eigenvalue says little about it: [[λ, b], [0, λ]], with λ twice and a single direction for it.
struct Shear: Sendable {
  var eigenvalue = 0.5
  var corner = 10.0

  var matrix: Tensor { power(1) }

  /// Aᵏ = [[λᵏ, k b λᵏ⁻¹], [0, λᵏ]], shape `[2, 2]`.
  func power(_ k: Int) -> Tensor {
    let (diagonal, corner) = entries(k)
    return Tensor(rows: [[diagonal, corner], [0, diagonal]], dtype: .float64)
  }

  /// ‖Aᵏ‖ in closed form: (|c| + √(c² + 4d²))/2 for d on the diagonal and c in the corner.
  func norm(ofPower k: Int) -> Double {
    let (diagonal, corner) = entries(k)
    return (abs(corner) + (corner * corner + 4 * diagonal * diagonal).squareRoot()) / 2
  }

  /// The first power from which on all stretch no vector any more: ‖Aᵏ‖ < 1.
  var firstShrinkingPower: Int { (1...).first { norm(ofPower: $0) < 1 } ?? 1 }

  private func entries(_ k: Int) -> (diagonal: Double, corner: Double) {
    (.pow(eigenvalue, k), k == 0 ? 0 : Double(k) * corner * .pow(eigenvalue, k - 1))
  }
}

extension Tensor {
  /// A square matrix of independent normal numbers with standard deviation g/√n: each row has the expected length g.
  static func gaussian(_ size: Int, gain: Double = 1, using generator: inout RandomGenerator) -> Tensor {
    .normal([size, size], standardDeviation: gain / Double(size).squareRoot(), dtype: .float64, using: &generator)
  }

  /// The largest modulus of an eigenvalue.
  var spectralRadius: Double { eigenvalues.first?.length ?? 0 }
  /// How far the matrix stretches the vector that it stretches most: its largest singular value.
  var spectralNorm: Double { singularValues.first ?? 0 }
  /// The factor by which the matrix changes a volume, |det A|: the product of its singular values.
  var volumeFactor: Double { singularValues.reduce(1, *) }
}

/// ∂y/∂x of a layer at one input, `[outputs, inputs]`: row i is the gradient of the i-th output.
func jacobian(of layer: Dense, at input: [Double]) -> Tensor {
  let x = Tensor(shape: [1, input.count], input, dtype: .float64)
  let rows = (0..<layer.bias.tensor.count).map { output in
    valueAndGradient(at: x) { layer($0).slice(axis: 1, range: output..<output + 1).sum() }.gradient.scalars
  }
  return Tensor(rows: rows, dtype: .float64)
}

/// The spectral radius and the norm of Gaussian matrices of one size, one for each seed.
struct SpectrumStudy: Sendable {
  let size: Int
  let radii: [Double]
  let norms: [Double]

  init(size: Int, seeds: [UInt64]) async {
    let pairs = await forEachSeed(seeds, "spectra") { seed in
      var generator = RandomGenerator(seed: seed)
      let matrix = Tensor.gaussian(size, using: &generator)
      return (matrix.spectralRadius, matrix.spectralNorm)
    }
    self.size = size
    (radii, norms) = (pairs.map(\.0), pairs.map(\.1))
  }

  /// For how many seeds the norm is larger than the spectral radius.
  var larger: Int { zip(norms, radii).count { $0 > $1 } }
}

/// A vector's way through many fresh Gaussian matrices, and what is said about it; as logarithms to the base 10.
struct Passage: Sendable {
  /// The growth ‖Wₖ ⋯ W₁ x‖/‖x‖ of a random vector, for k = 0, 1, …
  private(set) var vector = [0.0]
  /// The norm of the product, ‖Wₖ ⋯ W₁‖: the growth of the vector that grows most.
  private(set) var product = [0.0]
  /// The product of the norms, ‖Wₖ‖ ⋯ ‖W₁‖.
  private(set) var bound = [0.0]

  init(gain: Double, size: Int, layers: Int, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    var (x, xLength) = Tensor.normal([size, 1], dtype: .float64, using: &generator).normalized { $0.norm }
    var (matrix, scale) = (Tensor?.none, 0.0)
    for layer in 0..<layers {
      let weight = Tensor.gaussian(size, gain: gain, using: &generator)
      // Both are brought back to size 1 at each step, so that no gain and no depth makes them overflow.
      (x, xLength) = matmul(weight, x).normalized { $0.norm }
      let (next, growth) = (matrix.map { matmul(weight, $0) } ?? weight).normalized { $0.spectralNorm }
      (matrix, scale) = (next, scale + .log10(growth))
      vector.append(vector[layer] + .log10(xLength))
      product.append(scale)
      bound.append(bound[layer] + .log10(weight.spectralNorm))
    }
  }
}

extension Tensor {
  /// The tensor divided by a measure of its size, and that measure.
  fileprivate func normalized(_ measure: (Tensor) -> Double) -> (Tensor, Double) {
    let size = measure(self)
    return (self * (1 / size), size)
  }
}

/// Passages through fresh Gaussian matrices, one for each seed.
struct PassageStudy: Sendable {
  let gain: Double
  let size: Int
  let layers: Int
  let passages: [Passage]

  init(gain: Double, size: Int = 64, layers: Int = 50, seeds: [UInt64]) async {
    passages = await forEachSeed(seeds, "products") { seed in
      Passage(gain: gain, size: size, layers: layers, seed: seed)
    }
    (self.gain, self.size, self.layers) = (gain, size, layers)
  }

  /// The typical growth of a vector in one matrix, g e^(−1/(2n)): its logarithm is half the mean of ln(χ²ₙ/n), to order
  /// 1/n.
  var theory: Double { gain * .exp(-1 / (2 * Double(size))) }

  /// The geometric mean over seeds and matrices of the growth in one matrix.
  func perLayer(_ curve: KeyPath<Passage, [Double]>) -> Double { .pow(10, whole(curve) / Double(layers)) }
  /// The logarithm of the growth through all matrices, on average over the seeds.
  func whole(_ curve: KeyPath<Passage, [Double]>) -> Double {
    Summary(of: passages.map { $0[keyPath: curve][layers] }).mean
  }
}

/// Gaussian matrices applied again and again, as a recurrent network does: ‖Aᵏ‖^(1/k) for k = 1, 2, 4, …, 256.
struct RepetitionStudy: Sendable {
  static let powers = (0...8).map { 1 << $0 }
  /// ‖Aᵏ‖^(1/k) of each seed's matrix, for each of the powers.
  let growths: [[Double]]
  /// The spectral radius of each seed's matrix.
  let radii: [Double]

  init(gain: Double, size: Int = 64, seeds: [UInt64]) async {
    let runs = await forEachSeed(seeds, "powers") { seed in
      var generator = RandomGenerator(seed: seed)
      let matrix = Tensor.gaussian(size, gain: gain, using: &generator)
      var (power, norm) = matrix.normalized { $0.spectralNorm }
      var logarithm = Double.log(norm)
      let growths = Self.powers.map { k in
        if k > 1 {
          (power, norm) = matmul(power, power).normalized { $0.spectralNorm }
          logarithm = 2 * logarithm + .log(norm)
        }
        return Double.exp(logarithm / Double(k))
      }
      return (growths, matrix.spectralRadius)
    }
    (growths, radii) = (runs.map(\.0), runs.map(\.1))
  }

  /// ‖Aᵏ‖^(1/k) divided by the spectral radius, over the seeds, for each of the powers.
  var excess: [Summary] {
    SeriesSummary(of: zip(growths, radii).map { growths, radius in growths.map { $0 / radius } }).places
  }
}

import Descent
import Notebook
import Numerics

/// A matrix that keeps its eigenvalue for itself: [[λ, b], [0, λ]], with λ twice and a single direction for it.
struct Shear: Sendable {
  var eigenvalue = 0.5
  var offDiagonal = 10.0

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

  private func entries(_ k: Int) -> (diagonal: Double, corner: Double) {
    (.pow(eigenvalue, k), k == 0 ? 0 : Double(k) * offDiagonal * .pow(eigenvalue, k - 1))
  }
}

extension Tensor {
  /// A square matrix of independent normal numbers with standard deviation g/√n: each row has the expected length g.
  static func gaussian(_ size: Int, gain: Double = 1, using generator: inout RandomGenerator) -> Tensor {
    .normal(
      [size, size], standardDeviation: gain / Double(size).squareRoot(), dtype: .float64, using: &generator)
  }

  /// The largest modulus of an eigenvalue.
  var spectralRadius: Double { eigenvalues.first?.length ?? 0 }
  /// How far the matrix stretches the vector that it stretches most: its largest singular value.
  var spectralNorm: Double { singularValues.first ?? 0 }
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

/// A vector's way through many Gaussian matrices, and what is said about it; all as logarithms to the base 10.
struct Passage: Sendable {
  /// The growth ‖Wₖ ⋯ W₁ x‖/‖x‖ of a random vector, for k = 0, 1, …
  var vector = [0.0]
  /// The norm of the product, ‖Wₖ ⋯ W₁‖: the growth of the vector that grows most.
  var product = [0.0]
  /// The product of the norms, ‖Wₖ‖ ⋯ ‖W₁‖.
  var bound = [0.0]

  /// Goes through matrices of one size, fresh ones or the same one again and again.
  init(through matrices: [Tensor], using generator: inout RandomGenerator) {
    let size = matrices[0].shape[0]
    var direction = Tensor.normal([size, 1], dtype: .float64, using: &generator)
    direction = direction * (1 / direction.norm)
    var product = matrices[0]
    for (index, matrix) in matrices.enumerated() {
      direction = matmul(matrix, direction)
      product = index == 0 ? matrix : matmul(matrix, product)
      vector.append(vector[index] + .log10(direction.norm))
      direction = direction * (1 / direction.norm)
      self.product.append(.log10(product.spectralNorm))
      bound.append(bound[index] + .log10(matrix.spectralNorm))
    }
  }

  /// The growth per matrix that a logarithm of the whole stands for.
  func perLayer(_ logarithms: [Double]) -> Double { .pow(10, logarithms[logarithms.count - 1] / Double(layers)) }
  var layers: Int { vector.count - 1 }
}

/// Passages through fresh Gaussian matrices and through one that is repeated, one of each for every seed.
struct PassageStudy: Sendable {
  let gain: Double
  let size: Int
  let fresh: [Passage]
  let repeated: [Passage]
  /// The spectral radii of the repeated matrices.
  let radii: [Double]

  init(gain: Double, size: Int = 64, layers: Int = 50, seeds: [UInt64]) async {
    let runs = await forEachSeed(seeds, "products") { seed in
      var generator = RandomGenerator(seed: seed)
      let matrices = (0..<layers).map { _ in Tensor.gaussian(size, gain: gain, using: &generator) }
      let fresh = Passage(through: matrices, using: &generator)
      let repeated = Passage(through: Array(repeating: matrices[0], count: layers), using: &generator)
      return (fresh, repeated, matrices[0].spectralRadius)
    }
    (self.gain, self.size) = (gain, size)
    (fresh, repeated, radii) = (runs.map(\.0), runs.map(\.1), runs.map(\.2))
  }

  var layers: Int { fresh[0].layers }
  /// The typical growth through one fresh matrix, g e^(−1/2n): half the mean logarithm of χ²ₙ/n, to order 1/n.
  var theory: Double { gain * .exp(-1 / (2 * Double(size))) }

  /// The geometric mean over the seeds of the growth per matrix.
  func perLayer(_ passages: [Passage], _ curve: KeyPath<Passage, [Double]>) -> Double {
    let logarithms = passages.map { $0[keyPath: curve][layers] }
    return .pow(10, logarithms.reduce(0, +) / Double(logarithms.count * layers))
  }

  /// By how many powers of ten one curve ends above another, on average over the seeds.
  func gap(_ passages: [Passage], _ upper: KeyPath<Passage, [Double]>, _ lower: KeyPath<Passage, [Double]>) -> Double {
    Summary(of: passages.map { $0[keyPath: upper][layers] - $0[keyPath: lower][layers] }).mean
  }
}

import Datasets
import Descent
import Notebook
import Numerics

/// Everything that the lesson measures.
struct Measurements: Sendable {
  /// The recipes that are always looked at.
  static let recipes: [Recipe] = [
    Recipe(.sigmoid, 1), Recipe(.sigmoid, 8), Recipe(.tanh, 0.08), Recipe(.tanh, 1), Recipe(.tanh, 8),
    Recipe(.relu, 1), Recipe(.relu, 2.squareRoot()), Recipe(.relu, 8), Recipe(.identity, 1),
  ]
  /// The recipes that are trained: each activation at its customary gain.
  static let trained: [Recipe] = [Recipe(.sigmoid, 1), Recipe(.tanh, 1), Recipe(.relu, 2.squareRoot())]
  static let trainedDepths = [1, 3, 5, 10, 20]
  /// Ten layers of sigmoids that get a larger gain than is customary.
  static let boldSigmoids = Network(recipe: Recipe(.sigmoid, 6), depth: 10)
  /// The network of the last exercise.
  static let exercise = Network(recipe: Recipe(.sigmoid, 4), depth: 5)
  static let sweptGains = [0.1, 0.25, 0.5, 1, 2.squareRoot(), 2, 4, 8, 16]

  let shear = Shear()
  /// One large Gaussian matrix, for the figure.
  let cloud: Tensor
  let spectra: [SpectrumStudy]
  let passages: PassageStudy
  /// The same through matrices so small that the growth is visibly below the gain.
  let narrowPassages: PassageStudy
  let repetition: RepetitionStudy
  /// All recipes in networks of 20 layers.
  let profiles: [ProfileStudy]
  /// The network of the knobs.
  let own: ProfileStudy
  let sweep: [ProfileStudy]
  /// Some recipes in networks of 5, 20 and 40 layers.
  let byDepth: [[ProfileStudy]]
  let overflow: OverflowStudy
  let training: TrainingStudy
  /// The networks of the table in the part on training, with their layers' profiles before it.
  let table: [(network: Network, profile: ProfileStudy)]
  /// The layers of the last exercise's network.
  let exercise: ProfileStudy
  /// The test accuracies of Adam with ε = 10⁻¹⁶ on sigmoid networks of 10 and of 20 layers, in percent.
  let tinyEpsilonAccuracies: [Summary]
  /// The loss before and after an epoch, downhill and uphill, for each seed.
  let epochs: [(down: (before: Double, after: Double), up: (before: Double, after: Double))]

  init(_ digits: Digits, recipe: Recipe, depth: Int, seeds: (Int) -> [UInt64]) async {
    let (five, six, ten) = (seeds(5), seeds(6), seeds(10))
    var generator = RandomGenerator(seed: ten[0])
    cloud = .gaussian(256, using: &generator)
    var spectra: [SpectrumStudy] = []
    for size in [16, 64, 256] { spectra.append(await SpectrumStudy(size: size, seeds: ten)) }
    self.spectra = spectra
    passages = await PassageStudy(gain: recipe.gain, seeds: ten)
    narrowPassages = await PassageStudy(gain: recipe.gain, size: 8, seeds: seeds(40))
    repetition = await RepetitionStudy(gain: recipe.gain, seeds: ten)

    func profile(_ recipe: Recipe, depth: Int = 20, width: Int = 64, samples: Int = 256) async -> ProfileStudy {
      await ProfileStudy(recipe, depth: depth, width: width, digits: digits, samples: samples, seeds: six)
    }
    var profiles: [ProfileStudy] = []
    for recipe in Self.recipes { profiles.append(await profile(recipe)) }
    self.profiles = profiles
    own = await profile(recipe, depth: depth)
    var sweep: [ProfileStudy] = []
    for activation in [Activation.identity, .tanh, .relu, .sigmoid] {
      for gain in Self.sweptGains { sweep.append(await profile(Recipe(activation, gain), samples: 64)) }
    }
    self.sweep = sweep
    var byDepth: [[ProfileStudy]] = []
    for recipe in [Recipe(.sigmoid, 1), Recipe(.relu, 1), Recipe(.relu, 2.squareRoot())] {
      var studies: [ProfileStudy] = []
      for depth in [5, 20, 40] { studies.append(await profile(recipe, depth: depth, samples: 128)) }
      byDepth.append(studies)
    }
    self.byDepth = byDepth
    overflow = await OverflowStudy(digits: digits, seeds: five)

    let tasks = five.map { DigitsTask(digits, seed: $0, centred: true) }
    let ownNetwork = Network(recipe: recipe, depth: depth)
    var networks = Self.trained.flatMap { recipe in Self.trainedDepths.map { Network(recipe: recipe, depth: $0) } }
    networks += [Self.boldSigmoids, Self.exercise]
    if !networks.contains(ownNetwork) { networks.append(ownNetwork) }
    training = await TrainingStudy(networks, tasks: tasks)
    let deepSigmoids = [10, 20].map { Network(recipe: Self.trained[0], depth: $0) }
    let tinyEpsilon = await TrainingStudy(deepSigmoids, tasks: tasks, epsilon: 1e-16, methods: [.adam])
    tinyEpsilonAccuracies = deepSigmoids.map { tinyEpsilon[$0, .adam].accuracy }
    var chosen = [(0, 3), (0, 5), (0, 10), (1, 20), (2, 20)].map { Network(recipe: Self.trained[$0], depth: $1) }
    chosen.insert(Self.boldSigmoids, at: 3)
    if !chosen.contains(ownNetwork) { chosen.append(ownNetwork) }
    var table: [(network: Network, profile: ProfileStudy)] = []
    for network in chosen { table.append((network, await profile(network.recipe, depth: network.depth, width: 32))) }
    self.table = table
    exercise = await profile(Self.exercise.recipe, depth: Self.exercise.depth, width: 32)
    epochs = await inParallel(over: tasks, "epochs") { task in
      (lossAfterAnEpoch(ascending: false, on: task), lossAfterAnEpoch(ascending: true, on: task))
    }
  }

  /// The profiles of one of the recipes in 20 layers.
  subscript(activation: Activation, gain: Double) -> ProfileStudy { find(Recipe(activation, gain), in: profiles) }

  /// The profiles of one of the swept gains in 20 layers.
  func swept(_ activation: Activation, _ gain: Double) -> ProfileStudy { find(Recipe(activation, gain), in: sweep) }

  private func find(_ recipe: Recipe, in studies: [ProfileStudy]) -> ProfileStudy {
    guard let study = studies.first(where: { $0.recipe == recipe }) else {
      fatalError("\(recipe) is not among those that were measured.")
    }
    return study
  }

  /// The profiles of the table: those of the recipes, and the knobs' own network unless it is one of them.
  var tabled: [ProfileStudy] {
    profiles.contains { $0.recipe == own.recipe && $0.depth == own.depth } ? profiles : profiles + [own]
  }

  /// The profiles of the figure: those of the recipes, and the knobs' own network unless its line would be one of theirs.
  var drawn: [ProfileStudy] { profiles.contains { $0.recipe == own.recipe } ? profiles : profiles + [own] }

  /// Test accuracies of a trained network at the best learning rate, in percent.
  func accuracy(_ network: Network, _ method: Method) -> Summary { training[network, method].accuracy }

  /// The layers of a network of the table on training, before it is trained.
  func profile(of network: Network) -> ProfileStudy {
    guard let row = table.first(where: { $0.network == network }) else {
      fatalError("\(network) is not in the table.")
    }
    return row.profile
  }
}

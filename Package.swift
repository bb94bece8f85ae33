// swift-tools-version: 6.1
import PackageDescription

/// The table of lessons: a number, the folder's name, and whether the lesson has scalar loops of its own. Each row makes
/// one executable target, `LessonNN`, from `Lessons/NN-Name`, so adding a lesson to the package is adding a row.
///
/// Without loops of its own a lesson spends its time in the libraries, and not optimising it halves the time to compile it.
let allLessons: [(number: Int, name: String, loops: Bool)] = [
  (0, "BeforeYouStart", false),
  (1, "StackedQuadraticCliffs", true),
  (2, "EWMABiasCorrection", false),
  (3, "OptimizerComparison", false),
  (4, "L1VersusL2Contours", false),
  (5, "LearningRateDecay", false),
  (6, "ClippingEffects", true),
  (7, "ExplodingLoss", false),
  (8, "GradientsThroughDepth", false),
  (9, "WeightInitialisation", false),
  (10, "BatchNormalisationAndTheBypass", false),
  (11, "AdamInTheLongRun", true),
  (12, "NaNHuntingAndMixedPrecision", false),
  (13, "EarlyStopping", false),
  (14, "Dropout", false),
  (15, "WeightDecayIsNotL2", false),
  (16, "DataAugmentation", false),
  (17, "DoubleDescent", false),
  (18, "EnsemblesAndAverages", false),
  (19, "LearningRateSchedules", true),
  (20, "WarmUpAndTheTransformer", false),
  (21, "LocalMinimaAndSaddlePoints", true),
  (22, "ReadingLearningCurves", false),
  (23, "WatchingGradientsAndWeights", false),
  (24, "HyperparameterSearch", false),
  (25, "TheSevenStepRecipe", false),
  (26, "Batches", false),
  (27, "LargeBatchesAndDataParallelism", false),
  (28, "BaselinesAndSampleWeights", false),
  (29, "TransferLearning", false),
  (30, "IsPreTrainingAMust", false),
  (31, "LoRA", false),
  (32, "Adapters", false),
  (33, "AdapterFusion", false),
  (34, "PrefixTuning", false),
  (35, "Pruning", false),
  (36, "TheLotteryTicket", false),
  (37, "Distillation", false),
  (38, "Quantisation", false),
  (39, "ActivationFunctionsAndGates", true),
  (40, "FlatMinima", false),
]

/// Those that the environment variable LESSONS names, all where it is not set: `LESSONS="05 07" swift test` builds and
/// tests these two lessons and nothing else, and `LESSONS=13 swift run Lesson13` builds a new one beside unfinished others.
/// `LESSONS=none swift test` builds and tests what the lessons stand on, and none of them.
let words = Context.environment["LESSONS", default: ""].split(separator: " ")
let isFrameworkAlone = words == ["none"]
let numbers = (isFrameworkAlone ? [] : words).map { text in
  guard let number = Int(text), allLessons.contains(where: { $0.number == number }) else {
    fatalError(
      "LESSONS takes numbers of lessons that have a row in allLessons, such as \"05 07\", or none, not \"\(text)\".")
  }
  return number
}
let lessons = allLessons.filter { words.isEmpty || numbers.contains($0.number) }

/// Whatever computes is optimised in debug builds too, so that a plain `swift run Lesson04` is fast.
/// Without `-num-threads` a clean build with whole-module optimisation fails to link. Exclusive access is checked by the
/// compiler alone: a check at run time, at each access to a class's property, costs small networks 4 %.
let optimized: [SwiftSetting] = [
  .unsafeFlags([
    "-O", "-whole-module-optimization", "-disable-batch-mode", "-num-threads", "2", "-enforce-exclusivity=unchecked",
  ])
]

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let numerics = Target.Dependency.product(name: "Numerics", package: "swift-numerics")

let lessonTargets: [Target] = lessons.map { lesson in
  .executableTarget(
    name: "Lesson\(twoDigits(lesson.number))",
    dependencies: ["Descent", "Datasets", "Experiments", "Gnuplot", "Notebook", argumentParser, numerics]
      + (lesson.number == 27 ? ["WorkerProcesses"] : []),
    path: "Lessons/\(twoDigits(lesson.number))-\(lesson.name)",
    swiftSettings: lesson.loops ? optimized : [])
}

let package = Package(
  name: "Descent",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "Descent", targets: ["Descent"]),
    .library(name: "Gnuplot", targets: ["Gnuplot"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    // What stops a program says why; all Swift modules below pass it on.
    .target(name: "Checks", swiftSettings: optimized),

    // Figures
    .target(
      name: "CGnuplotIostream", cxxSettings: [.unsafeFlags(["-O2"])],
      linkerSettings: [.linkedLibrary("boost_iostreams"), .linkedLibrary("boost_filesystem")]),
    .target(name: "Gnuplot", dependencies: ["CGnuplotIostream", "Checks"], swiftSettings: optimized),

    // The framework and its data
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .target(
      name: "CVectorKernels",
      exclude: ["activations.inc", "attention.inc", "convolution.inc", "kernels.inc", "normalization.inc"],
      // No fused multiply-add: every processor gives the same bits.
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno"])]),
    .target(
      name: "Descent", dependencies: ["COpenBLAS", "CVectorKernels", "Checks", numerics], exclude: ["README.md"],
      swiftSettings: optimized),
    // Processes that train together: one without Open MPI, and libmpi is loaded by nobody but those who use them.
    .systemLibrary(
      name: "COpenMPI", pkgConfig: "ompi-c", providers: [.apt(["libopenmpi-dev"]), .brew(["open-mpi"])]),
    .target(name: "CWorkers", dependencies: ["COpenMPI"], cSettings: [.unsafeFlags(["-O2"])]),
    .target(name: "WorkerProcesses", dependencies: ["CWorkers", "Checks", "Descent"], swiftSettings: optimized),

    // The data files, made part of every program by #embed.
    .target(name: "CShippedData", path: "Sources/Datasets/Resources", sources: ["CShippedData.c"]),
    .target(
      name: "Datasets", dependencies: ["CShippedData", "Checks", "Descent", numerics], exclude: ["Resources"],
      swiftSettings: optimized),

    // TensorBoard's event files: bytes alone, no file is touched
    .target(name: "EventFiles", dependencies: ["Checks"], swiftSettings: optimized),

    // The course
    .target(name: "Experiments", dependencies: ["Checks", "Descent"], swiftSettings: optimized),
    .target(
      name: "Notebook", dependencies: ["Checks", "Descent", "EventFiles", "Experiments", "Gnuplot", argumentParser],
      swiftSettings: optimized),
    .executableTarget(name: "Course", dependencies: ["Notebook", argumentParser], swiftSettings: optimized),

    // The pre-trained letter model
    .executableTarget(
      name: "EnglishBase", dependencies: ["Datasets", "Gnuplot", argumentParser], swiftSettings: optimized),

    // Timing
    .executableTarget(
      name: "TrainingSteps", dependencies: ["Datasets", "Descent", argumentParser], path: "Benchmarks/TrainingSteps",
      swiftSettings: optimized),
  ] + lessonTargets + [
    // Tests, read as worked examples
    .testTarget(
      name: "DescentTests", dependencies: ["Descent", numerics],
      exclude: [
        "", "adapting_", "image_", "masked_", "operation_", "perturbation_", "quantized_", "scaler_", "transformer_",
      ].map { "Fixtures/make_\($0)fixtures.py" } + ["Fixtures/letter_model.py", "Fixtures/read_adapter.py"],
      resources: [
        "adapter.json", "adapter.safetensors", "adapting.json", "images.json", "letters.safetensors", "masked.json",
        "operations.json", "optimizers.json", "perturbation.json", "pruned.safetensors", "python.safetensors",
        "quantized.json", "scaler.json", "schedules.json", "transformer.json",
      ].map { .copy("Fixtures/\($0)") }),
    .testTarget(name: "GnuplotTests", dependencies: ["Gnuplot"]),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets"], exclude: ["Fixtures/make_baseline_fixtures.py"],
      resources: [.copy("Fixtures/baselines.json")]),
    .testTarget(
      name: "EventFilesTests", dependencies: ["Descent", "EventFiles", "Experiments", "Notebook"],
      exclude: ["Fixtures/read_events.py"]),
    .testTarget(name: "WorkerProcessesTests", dependencies: ["WorkerProcesses"]),
    .testTarget(name: "ExperimentsTests", dependencies: ["Experiments"]),
    .testTarget(name: "SymptomTests", dependencies: ["Course", "Datasets", "Descent", "Notebook", numerics]),
    .testTarget(name: "NotebookTests", dependencies: ["Notebook", "Course", "Lesson02", argumentParser]),
    .testTarget(
      name: "LessonTests",
      dependencies: ["Descent", "Datasets", "Experiments", "Gnuplot", "Notebook", "WorkerProcesses", numerics]
        + lessonTargets.map { .target(name: $0.name) },
      exclude: allLessons.map(\.number).filter { !words.isEmpty && !numbers.contains($0) }
        .map { "Lesson\(twoDigits($0))Tests.swift" }),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

if isFrameworkAlone { package.targets.removeAll { ["LessonTests", "NotebookTests"].contains($0.name) } }
if !numbers.isEmpty { package.targets.removeAll { $0.type == .test && $0.name != "LessonTests" } }

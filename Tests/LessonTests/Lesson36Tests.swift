import Datasets
import Descent
import Experiments
import Testing

@testable import Lesson36

@Suite("Lesson 36 · The lottery ticket") struct Lesson36Tests {
  private func ticket(epochs: Int = 3, rounds: Int = 3, seed: UInt64 = 70) throws -> (ticket: Ticket, recipe: Recipe) {
    let recipe = Recipe(try Digits.load(), rate: 0.002, epochs: epochs)
    return (Ticket(by: recipe, rounds: rounds, seed: seed), recipe)
  }

  private func weights(_ ticket: Ticket, _ arm: Arm) -> [Tensor] {
    ticket.network(arm).penalizedParameters.map(\.value)
  }

  // MARK: By hand

  @Test("By hand: of four weights training keeps the first and the third, then the first; going back gives 0.5 and 0.1")
  func fourWeights() {
    let first = Tensor([0.5, -0.4, 0.1, -0.05])
    let weight = Parameter("weight", Tensor([0.7, -0.1, 0.6, 0.2]))
    weight.mask = magnitudeMask(of: weight.value, removing: 0.5)
    #expect(weight.mask == Tensor([1, 0, 1, 0]))
    weight.assign(first)
    #expect(weight.value == Tensor([0.5, 0, 0.1, 0]))
    #expect(magnitudeMask(of: first, removing: 0.5) == Tensor([1, 1, 0, 0]))  // the draw would have chosen otherwise
    weight.assign(Tensor([0.8, 0, -0.3, 0]))
    // Half of the two that are left: three of four are gone. Half of all four would be the two zeros again.
    #expect(magnitudeMask(of: weight.value, removing: 0.75) == Tensor([1, 0, 0, 0]))
    #expect(magnitudeMask(of: weight.value, removing: 0.5) == weight.mask)
    #expect(abs(Descent.abs(first).mean().item - 0.2625) < 1e-7)  // 1.05/4, rounding of 32 bits
  }

  @Test(
    "By hand: 5,000 weights are halved to 156 in five rounds, 500 lose quarters down to 118; in all 474 of 11,900 stay")
  func counts() {
    // 625 − round(312.5) = 312; 375 − round(93.75) = 281, 281 − 70 = 211, 211 − 53 = 158, 158 − round(39.5) = 118
    #expect(keptCounts(of: 6400, removing: 0.5, rounds: 5) == [6400, 3200, 1600, 800, 400, 200])
    #expect(keptCounts(of: 5000, removing: 0.5, rounds: 5) == [5000, 2500, 1250, 625, 312, 156])
    #expect(keptCounts(of: 500, removing: 0.25, rounds: 5) == [500, 375, 281, 211, 158, 118])
    let shares = Ticket.keptShares(rounds: 5)
    #expect(shares[3] == 1636.0 / 11900 && shares[5] == 474.0 / 11900)  // 800 + 625 + 211; 200 + 156 + 118
  }

  @Test("By hand: each arm starts with what its name says") func starts() throws {
    let (ticket, _) = try ticket(epochs: 1)
    let first = weights(ticket, Arm(round: 0))
    let masks = ticket.masks(.ticket, round: 2)
    for layer in 0..<3 {
      let (values, mask) = (first[layer].scalars, masks[layer].scalars)
      func start(_ start: Start, _ places: Places = .ticket) -> [Double] {
        weights(ticket, Arm(start, at: places, round: 2))[layer].scalars
      }
      let covered: [Double] = values.indices.map { values[$0] * mask[$0] }
      #expect(start(.first) == covered)
      let size = Descent.abs(first[layer]).mean().item
      let signs: [Double] = values.indices.map { values[$0] < 0 ? -size * mask[$0] : size * mask[$0] }
      #expect(start(.signs) == signs)
      let tossed = start(.randomSigns)
      #expect(tossed.map(abs) == start(.first).map(abs))
      let kept = values.indices.filter { mask[$0] == 1 }
      let same = kept.count { tossed[$0] == values[$0] }
      // Fair coins: within five standard deviations, √n/2 each.
      let half = Double(kept.count) / 2, deviation = Double(kept.count).squareRoot() / 2
      #expect(abs(Double(same) - half) < 5 * deviation)
      #expect(start(.fresh).count { $0 != 0 } == kept.count)
      #expect(start(.fresh) != start(.first))
      for places in [Places.random, .largestFirst, .oneShot] {
        #expect(start(.first, places).count { $0 != 0 } == kept.count)
      }
      // As many by lot share about a quarter of the places; the ticket's are others.
      #expect(ticket.masks(.random, round: 2)[layer] != masks[layer])
    }
  }

  // MARK: Theory

  @Test("Theory: without training, rounds keep the largest first values, those beyond ±a/2, then ±3a/4")
  func untrained()
    throws
  {
    let (ticket, _) = try ticket(epochs: 0, rounds: 2)
    let first = weights(ticket, Arm(round: 0))
    for round in 1...2 {
      #expect(ticket.masks(.ticket, round: round) == ticket.masks(.largestFirst, round: round))
      let cut = unmovedCut(limit: 0.125, removing: round == 1 ? 0.5 : 0.75)
      #expect(cut == (round == 1 ? 0.0625 : 0.09375))
      let (values, mask) = (first[0].scalars, ticket.masks(.ticket, round: round)[0].scalars)
      let wrong = values.indices.count { place in
        let isBeyond = abs(values[place]) > cut
        return isBeyond != (mask[place] == 1)
      }
      #expect(wrong < 160)  // of 6,400, four standard deviations of a share of a half: 4 · √6400/2
    }
    #expect(ticket.share(ofKept: true, round: 0, where: \.hasGrown) == 0)
    #expect(ticket.share(ofKept: false, round: 0, where: \.wentTowardsZero) == 0)
    #expect(ticket.share(ofKept: true, round: 0, where: \.hasItsSign) == 100)
  }

  @Test("Theory: each mask lies within the one before, and what it covers stays 0 through training") func nested()
    throws
  {
    let (ticket, recipe) = try ticket()
    for round in 1...3 {
      for (before, after) in zip(ticket.masks(.ticket, round: round - 1), ticket.masks(.ticket, round: round)) {
        #expect(before * after == after && before != after)
      }
    }
    let network = ticket.network(Arm(round: 3))
    _ = Run(training: network, by: recipe, seed: 70)
    let masks = ticket.masks(.ticket, round: 3)
    for (weight, mask) in zip(network.penalizedParameters, masks) {
      let first = try #require(ticket.network(Arm(round: 3)).parameters.first { $0.name == weight.name })
      #expect(weight.value * mask == weight.value && weight.value != first.value)
      #expect(weight.tensor * (1 - mask) == first.tensor * (1 - mask))  // nor are they moved where nobody sees them
    }
  }

  @Test("Theory: what the rounds have trained already is what training it anew gives") func known() throws {
    let (ticket, recipe) = try ticket()
    let anew = Run(training: ticket.network(Arm(round: 2)), by: recipe, seed: 70)
    #expect(ticket.run(Arm(round: 2), by: recipe).curve == anew.curve)
    #expect(ticket.run(Arm(round: 2), by: recipe.with(rate: 0.01)).curve != anew.curve)
    #expect(ticket.run(Arm(round: 2), by: recipe.with(times: 2)).curve.count == 7)
  }

  @Test("Theory: a cut at once is the first round's cut, and from the second round on another") func oneShot() throws {
    let (ticket, _) = try ticket()
    #expect(ticket.masks(.oneShot, round: 1) == ticket.masks(.ticket, round: 1))
    #expect(ticket.masks(.oneShot, round: 2) != ticket.masks(.ticket, round: 2))
  }

  @Test("Theory: weights have not moved where a pixel has no ink or a unit never answers, and hardly anywhere else")
  func still() throws {
    let (ticket, recipe) = try ticket(epochs: 15, rounds: 1)
    let ink = recipe.training.pixels.scalars
    let inked = (0..<64).map { pixel in (0..<1200).count { ink[64 * $0 + pixel] > 0 } }
    #expect(inked.indices.filter { inked[$0] == 0 } == [0, 32, 39])
    let layer = ticket.network(Arm(round: 0)).layers[0]
    let answers = layer(recipe.training.pixels).sum(axes: [0]).scalars
    let still = ticket.moves(layer: 0, round: 0).enumerated().filter { $1.first == $1.trained }.map(\.offset)
    #expect(still.count { inked[$0 % 64] == 0 } == 300)  // of each of 100 units
    let others = still.filter { inked[$0 % 64] > 0 && answers[$0 / 64] > 0 }
    #expect(others.count < 320)  // 5 % of all: rare ink that meets no unit awake
    #expect(answers.indices.allSatisfy { unit in answers[unit] > 0 || still.count { $0 / 64 == unit } == 64 })
  }

  // MARK: Contrast

  @Test("Contrast: training moved most kept weights away from zero, and most covered ones towards it or across it")
  func moves() throws {
    let (ticket, _) = try ticket(epochs: 15, rounds: 1)
    // 92 and 61 % on average of 8 seeds; were moves blind to the cut, both would be near a half.
    #expect(ticket.share(ofKept: true, round: 0, where: \.hasGrown) > 85)
    #expect(ticket.share(ofKept: false, round: 0, where: \.wentTowardsZero) > 55)
    let moved = [
      Move(first: 0.1, trained: -0.3, isKept: true), Move(first: -0.1, trained: -0.05, isKept: false),
      Move(first: -0.1, trained: -0.2, isKept: true),
    ]
    #expect(moved.map(\.wentTowardsZero) == [true, true, false] && moved.map(\.hasGrown) == [true, false, true])
  }

  @Test("Contrast: the ticket reads before it is trained, and another draw under its mask does not") func choosing()
    async throws
  {
    let trials = try await trials([Arm(round: 0), Arm(round: 2), Arm(.fresh, round: 2)], ["--seed", "50"])
    #expect(trials[Arm(round: 2)].untrained.minimum > 40 && trials[Arm(.fresh, round: 2)].untrained.mean < 25)
    #expect(trials[Arm(round: 0)].untrained.mean < 25)
  }

  @Test("Contrast: with a twenty-fifth kept signs are enough, sizes are not; other draws and other places read less")
  func signs() async throws {
    let ticket = Arm(round: 5)
    let others = [Arm(.randomSigns, round: 5), Arm(.fresh, round: 5), Arm(at: .random, round: 5)]
    let trials = try await trials([ticket, Arm(.signs, round: 5)] + others, ["--seed", "50"])
    #expect(abs(trials.difference(Arm(.signs, round: 5), ticket, \.accuracy).mean) < 2)
    // Means of 8 seeds are 11 to 44 points behind, one seed at the least 2.
    for other in others { #expect(trials.difference(ticket, other, \.accuracy).mean > 2) }
  }

  @Test("Contrast: in ten times the epochs the order stays: whole, ticket, another draw, other places") func tenTimes()
    async throws
  {
    let arms = [Arm(round: 0), Arm(round: 5), Arm(.fresh, round: 5), Arm(at: .random, round: 5)]
    let trials = try await trials(arms, ["--seed", "60"], times: 10)
    let reads = arms.map { trials[$0].accuracy.mean }
    #expect(reads[0] > reads[1] + 1 && reads[1] > reads[2] && reads[2] > reads[3])
    #expect(reads[1] - reads[2] < 10)  // after 15 epochs it is about 16
  }

  // MARK: Exercises

  @Test("Exercise 1: a mask chosen after 54 steps reads most digits before training") func early() async throws {
    let trials = try await trials([Arm(round: 0), Arm(round: 2)], ["--epochs", "3"], seeds: 5)
    #expect(trials[Arm(round: 2)].untrained.mean > 50 && trials[Arm(round: 0)].accuracy.mean < 85)
    #expect(1200 / 64 * 3 == 54)
  }

  @Test("Exercise 2: at a quarter of the rate the whole suffers least, another draw most") func slow() async throws {
    let arms = [Arm(round: 0), Arm(round: 3), Arm(.fresh, round: 3)]
    let slow = try await trials(arms, ["--rate", "0.0005"], seeds: 5)
    let usual = try await trials(arms, [], seeds: 5)
    let losses = arms.map { usual[$0].accuracy.mean - slow[$0].accuracy.mean }
    #expect(losses[0] < losses[1] && losses[1] < losses[2])
  }

  @Test("Exercise 3: a hundred weights read more than by guessing, before and after, and far fewer than the whole")
  func hundred() async throws {
    let run = try await trials([Arm(round: 8)], ["--rounds", "8"], seeds: 5)[Arm(round: 8)]
    #expect(run.untrained.mean > 15 && run.accuracy.mean > run.untrained.mean && run.accuracy.mean < 80)
    #expect(abs(Ticket.keptShares(rounds: 8)[8] * 11900 - 100) < 15)
  }

  private func trials(_ arms: [Arm], _ options: [String], seeds: Int = 2, times: Int = 1) async throws -> Trials<
    Arm, Run
  > {
    let lesson = try Lesson36.parse(options)
    let recipe = Recipe(try Digits.load(), rate: lesson.rate, epochs: lesson.epochs)
    let tickets = await lesson.tickets(lesson.common.seeds(seeds), by: recipe)
    return await lesson.trials(arms, tickets, seeds: seeds, by: recipe.with(times: times))
  }

  // MARK: Refusal

  @Test("Refusal: four rounds are too few for the page, and no rate is as bold as 0.1") func refuses() throws {
    let few = try #require(throws: (any Error).self) { try Lesson36.parse(["--rounds=4"]) }
    #expect(Lesson36.message(for: few) == "The value '4' is invalid for '--rounds <rounds>': It must be from 5 to 8.")
    let bold = try #require(throws: (any Error).self) { try Lesson36.parse(["--rate=0.1"]) }
    #expect(Lesson36.message(for: bold).contains("It must be from 0.0002 to 0.02"))
  }
}

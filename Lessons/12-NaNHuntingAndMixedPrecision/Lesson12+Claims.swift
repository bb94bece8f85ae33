import Descent
import Notebook
import Numerics

private let ieee = Source.paper("IEEE 754-2019")

extension Lesson12 {
  /// What the first part decides: where a nan comes from, and which check finds it.
  func stateClaims(_ races: [Race], _ study: ScaleStudy, _ clipping: ClippingStudy, in notebook: Notebook) {
    let seeds = races.count
    let diverging = races.flatMap { race in NumberFormat.allCases.map { race[$0] } }
    let firsts = diverging.map(\.finds) + study.broken.map(\.finds)
    let startWithInf = firsts.count(where: \.beginWithInfinity)
    notebook.claim(
      "12.1", "An update that is too large for its format overflows to nan.",
      source: .note(1, "Gradient Exploding/Vanishing", slip: "C3"), verdict: .doesNotHold,
      when: startWithInf == firsts.count && !firsts.isEmpty,
      measured: """
        the first number that was not finite was inf in \(startWithInf) of \(firsts.count) runs; in the regression in
        Float32 at step \(races[0][.float32].firstInfinity?.step ?? 0), the first nan at step
        \(races[0][.float32].firstNaN?.step ?? 0)
        """, seeds: seeds)
    let steps = races.flatMap { race in
      NumberFormat.allCases.flatMap { format -> [(gap: Int, tolerance: Double)] in
        let (run, problem) = (race[format], race.problem)
        return [
          (run.firstInfinity?.step ?? -1, problem.predictedInfinity(in: format)),
          (run.firstNaN?.step ?? -1, problem.predictedNaN(in: format)),
        ].map { measured, predicted in
          // Rounding by ε in each of t steps shifts the end by t ε/ln ρ: more than one step only in bfloat16 at small ρ.
          (abs(measured - predicted), max(1, Double(predicted) * format.epsilon / .log(problem.ratio)))
        }
      }
    }
    let gaps = steps.map(\.gap)
    notebook.claim(
      "12.2",
      "The first inf comes when the square of the error outgrows the format, the first nan when the error does.",
      source: .ours, verdict: .holds,
      when: steps.allSatisfy { Double($0.gap) <= $0.tolerance },
      measured: """
        in \(NumberFormat.allCases.count) formats \(gaps.count { $0 == 0 }) of \(gaps.count) first steps are those that e₀, ρ
        and X v predict, none is off by more than \(gaps.max() ?? 0)
        """, seeds: seeds)
    // In steps from the start; at a large ρ they are few, and a step is the unit.
    let isTwice = diverging.allSatisfy { run in
      guard let full = run.firstInfinity?.step, let late = run.firstNaN?.step else { return false }
      return (1.9 * Double(full) - 1...2.5 * Double(full) + 1).contains(Double(late))
    }
    notebook.claim(
      "12.3", "A check for nan alone notices the same failure after about twice as many steps.", source: .ours,
      verdict: .holds, when: isTwice,
      measured: listed(
        [NumberFormat.float16, .float32, .float64].map { format in
          let run = races[0][format]
          return "at step \(run.firstNaN?.step ?? 0) instead of \(run.firstInfinity?.step ?? 0) in \(format.rawValue)"
        }), seeds: seeds)
    let dead = study.broken.filter { !$0.isAlive }
    let warned = dead.count { run in
      guard let first = run.finds.first else { return false }
      let loss = run.finds.first { $0.name == "loss" }?.step ?? HalfSetting.steps
      return first.name.hasPrefix("∂") && run.finds.beginWithInfinity && first.step < loss
    }
    notebook.claim(
      "12.4", "It is enough to check the loss.", source: .ours, verdict: .doesNotHold,
      when: !dead.isEmpty && warned == dead.count,
      measured: """
        in \(warned) of \(dead.count) runs in Float16 that end as nan a gradient was inf first, and the loss was still
        finite then; at the next step, when it no longer was, the weights were lost
        """, seeds: study.seeds.count)
    let (infinite, notANumber) = (Checks([.infinity, 1]), Checks([.nan, 1]))
    notebook.claim(
      "12.5", "The check of note 2 prints “inf” first and “nan” afterwards.",
      source: .note(2, "Gradient Clipping Code", slip: "C51"), verdict: .doesNotHold,
      when: infinite.noteSays == "nan" && notANumber.noteSays == "inf" && startWithInf == firsts.count
        && !firsts.isEmpty,
      measured: """
        its labels are exchanged: in \(startWithInf) of \(firsts.count) runs inf comes first, which it calls
        “\(infinite.noteSays)”; in the regression in Float32 its “\(notANumber.noteSays)”, for a nan, comes
        \(counted(races[0][.float32].delay, "step")) later
        """, seeds: seeds)
    let (opposite, large) = (Checks([.infinity, -.infinity]), Checks([3e38, 3e38]))
    notebook.claim(
      "12.6", "The sum of all parameters, which note 2 prints, tells whether one is inf or nan.",
      source: .note(2, "Gradient Clipping Code"), verdict: .doesNotHold,
      when: large.sum.isInfinite && large.allFinite && opposite.sum.isNaN && !opposite.anyNaN
        && large.sumOfZeroTimes == 0 && [infinite, notANumber, opposite].allSatisfy { $0.sumOfZeroTimes.isNaN },
      measured: """
        the sum of (3e38, 3e38) is \(short(large.sum)), of (inf, −inf) \(short(opposite.sum)); the sum of 0 · x, which
        tells it, is \(short(large.sumOfZeroTimes)) and \(short(opposite.sumOfZeroTimes))
        """)
    let passed = [Double.nan, 1].clipped(by: .shrink(factor: 0.1, above: 1))
    notebook.claim(
      "12.7", "A test such as ‖g‖ > t, or a maximum, notices a nan.", source: .ours, verdict: .doesNotHold,
      when: !(notANumber.sum > 1) && Swift.max(Float.nan, 1).isNaN && Swift.max(1, Float.nan) == 1
        && passed[0].isNaN && passed[1] == 1,
      measured: """
        nan > 1 is \(notANumber.sum > 1), so a gradient (nan, 1) passes; and Swift's and Python's max(nan, 1) is
        \(short(Swift.max(Float.nan, 1))) where max(1, nan) is \(short(Swift.max(1, Float.nan)))
        """)
    let half = HalfFormat.float16
    let edges: [(Double, Double)] = [
      (65519.99, 65504), (65520, .infinity), (0x1p-25, 0), (0x1p-25 * 1.0001, 0x1p-24), (1.5 * 0x1p-24, 0x1p-23),
    ]
    notebook.claim(
      "12.8", "Float16 ends at 65504 above and at 2⁻²⁴ below; from half-way beyond, a number is inf or 0.",
      source: ieee,
      verdict: .holds, when: edges.allSatisfy { half.rounded($0.0) == $0.1 },
      measured: """
        65519.99 becomes \(fixed(half.rounded(65519.99), 0)) and 65520 \(fixed(half.rounded(65520), 0)); 2⁻²⁵ becomes
        \(fixed(half.rounded(0x1p-25), 0)) and 1.0001 · 2⁻²⁵ \(significant(half.rounded(0x1p-25 * 1.0001), 3)), which is 2⁻²⁴
        """)
  }
}

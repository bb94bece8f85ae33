import Notebook

/// The accuracies of all seeds, in percent.
func accuracy(_ networks: [some TrainedNetwork]) -> Summary { Summary(of: networks.map { 100 * $0.accuracy }) }

/// How many times the lower end of a range goes into its upper end: "× 17".
func factor(_ window: ClosedRange<Double>?) -> String {
  window.map { "× \(significant($0.upperBound / $0.lowerBound, 2))" } ?? "none"
}

extension Lesson03 {
  /// What the lesson says, each sentence decided by a number of this run.
  func stateClaims(_ ravine: RavineStudy, _ moons: MoonsStudy, _ digits: DigitsStudy, in notebook: Notebook) {
    stateRavineClaims(ravine, in: notebook)
    stateMoonsClaims(moons, in: notebook)
    stateDigitsClaims(digits, in: notebook)
    stateFurtherClaims(ravine, in: notebook)
    stateFormulaClaims(in: notebook)
  }

  private func stateRavineClaims(_ study: RavineStudy, in notebook: Notebook) {
    let task = study.task
    let descent = task.gradientDescentSteps(rate: task.quickestRate).rounded(.up)
    let best = study.best
    notebook.claim(
      "3.1", "Momentum and Adam help in a ravine.", source: .note(2, "Local Optima"), verdict: .holds,
      when: [best.momentum, best.adam].allSatisfy { Double($0.steps ?? .max) < descent / 2 },
      measured: """
        steps to settle at the best rate: gradient descent \(fixed(descent, 0)) (closed form), momentum
        \(best.momentum.settling) (with Polyak's β \(task.run(task.heavyBall).settling)), RMSProp \(best.rmsProp.settling),
        Adam \(best.adam.settling)
        """)
    let gains = study.directions.map { $0.gradientAngle - $0.updateAngle }
    notebook.claim(
      "3.2",
      "The update of momentum, RMSProp and Adam points closer to the minimum than the gradient at the same point.",
      source: .note(2, "Gradient Descent With Momentum"), verdict: .holds,
      when: abs(gains.descent) < 1e-6 && gains.all.dropFirst().allSatisfy { $0 > 10 },
      measured: "gradient → update, mean angle over 20 steps: "
        + zip(best.all, study.directions.all).map { run, angles in
          "\(run.name) \(angles.turn)"
        }.joined(separator: ", "))
    let (upright, turned) = (study.upright.map { $0.steps ?? .max }, study.turned.map { $0.steps ?? .max })
    notebook.claim(
      "3.3", "Adaptive steps depend on the axes: in the ravine turned by 45° RMSProp is slower than gradient descent.",
      source: .ours, verdict: .holds,
      when: turned.descent == upright.descent && turned.momentum == upright.momentum
        && upright.rmsProp < upright.descent && turned.rmsProp > turned.descent,
      measured: "steps upright → turned: "
        + zip(study.upright.all, study.turned.all).map { "\($0.name) \($0.settling) → \($1.settling)" }
        .joined(separator: ", "))
  }

  private func stateMoonsClaims(_ study: MoonsStudy, in notebook: Notebook) {
    let seeds = study.tasks.count
    let (descent, adam) = (accuracy(study.shared.descent), accuracy(study.shared.adam))
    let pairs = zip(study.shared.adam, study.shared.descent)
    let leads = Summary(of: pairs.map { 100 * ($0.accuracy - $1.accuracy) })
    let lowerCosts = pairs.count { $0.lastCost < $1.lastCost }
    notebook.claim(
      "3.4", "Adam's cost falls faster than that of gradient descent and of momentum.",
      source: .note(2, "Experiment Results"), verdict: .holdsIf("all share one small learning rate"),
      when: lowerCosts == seeds && adam.mean > descent.mean + 5,
      measured: """
        on the moons at η = \(study.learningRate) lower in \(lowerCosts) of \(seeds) seeds; training accuracy
        \(fixed(adam.mean, 1)) against \(fixed(descent.mean, 1)) %, \(fixed(leads.minimum, 1)) to
        \(fixed(leads.maximum, 1)) points ahead
        """, seeds: seeds)
    let distances = zip(study.shared.momentum, study.shared.descent).flatMap { average, descent in
      zip(average.costs, descent.costs).map { abs($0 - $1) }
    }
    let distance = Summary(of: distances).maximum
    let boldDistance = Summary(of: zip(study.summedMomentum, study.boldDescent).map { abs($0.lastCost - $1.lastCost) })
    let (average, sum) = (accuracy(study.shared.momentum), accuracy(study.summedMomentum))
    notebook.claim(
      "3.5", "At a low learning rate momentum makes little difference.",
      source: .note(2, "Experiment Results", slip: "C38"), verdict: .holdsIf("it averages, with the factor 1 − β"),
      when: distance < 0.03 && boldDistance.maximum < 0.03 && sum.mean > average.mean + 3,
      measured: """
        the average's cost is nowhere more than \(significant(distance, 2)) from gradient descent's; the sum, PyTorch's form,
        gets \(fixed(sum.mean, 1)) % instead of \(fixed(average.mean, 1)), as gradient descent does at 1/(1 − β) times the
        rate (\(fixed(accuracy(study.boldDescent).mean, 1)) %, costs within \(significant(boldDistance.maximum, 2)) in the end)
        """, seeds: seeds)
    let own = study.sweeps.map { accuracy($0.bestNetworks) }
    notebook.claim(
      "3.6", "Adam shows its power on the moons, because some directions oscillate more than others.",
      source: .note(2, "Experiment Results", slip: "C49"), verdict: .doesNotHold,
      when: own.descent.median > own.adam.median - 2 && own.descent.median > adam.median,
      measured: """
        it is the step size: at each method's best rate, after \(MoonsStudy.sweepEpochs) epochs, the medians are
        \(listed(zip(study.sweeps.all, own.all).map { "\($0.name) \(fixed($1.median, 1))" })) %
        """, seeds: seeds)
  }

  private func stateDigitsClaims(_ study: DigitsStudy, in notebook: Notebook) {
    let steps = study.steps
    let seeds = steps.adam.count
    let meanSteps = steps.map { Summary(of: $0.map(Double.init)).mean }
    let own = study.sweeps.map { accuracy($0.bestNetworks).mean }
    let spread = Summary(of: own.all)
    let faster = zip(steps.adam, steps.descent).count { $0 < $1 }
    notebook.claim(
      "3.7", "On simple data all converge to good results, and Adam faster.", source: .note(2, "Experiment Results"),
      verdict: .holdsIf("faster than gradient descent is meant; momentum is as fast"),
      when: spread.maximum - spread.minimum < 2.5 && faster == seeds && meanSteps.momentum < 1.25 * meanSteps.adam,
      measured: """
        test accuracy on the digits \(listed(own.all.map { fixed($0, 1) })) %, steps to a loss of \(DigitsStudy.lossLimit)
        \(listed(meanSteps.all.map { fixed($0, 0) })), in the order gradient descent, momentum, RMSProp, Adam; Adam is faster than
        gradient descent in \(faster) of \(seeds) seeds
        """, seeds: seeds)
    let worst = study.worstVariation
    let windows = study.sweeps.map { sweep in
      let window = sweep.window(within: 0.02)
      return window.upperBound / window.lowerBound
    }
    notebook.claim(
      "3.8", "Adam works well with little tuning, except of the learning rate.", source: .note(2, "Experiment Results"),
      verdict: .holds, when: 100 * worst.cost < 2 && windows.adam < 100,
      measured: """
        changing β₁, β₂ or ε costs at most \(fixed(100 * worst.cost, 1)) points (\(worst.change)); within two points of the best
        lie learning rates over a factor of \(listed(windows.all.map { significant($0, 2) })) for gradient
        descent, momentum, RMSProp and Adam
        """, seeds: seeds)
  }

  private func stateFurtherClaims(_ study: RavineStudy, in notebook: Notebook) {
    let jump = study.cycle.lastJump
    notebook.claim(
      "3.9",
      "RMSProp with a short memory and a constant learning rate does not converge: it ends in jumps of length η.",
      source: .ours, verdict: .holds,
      when: study.forgetful.best.steps == nil && abs(jump.x - 1) < 1e-3 && abs(jump.y - 1) < 1e-3,
      measured: """
        with β₂ = 0.9 none of \(study.forgetful.runs.count) rates settles within \(grouped(study.task.horizon)) steps; the last
        jump is \(fixed(jump.x, 4)) η along and \(fixed(jump.y, 4)) η across
        """)
    let departure = study.departure
    notebook.claim(
      "3.10",
      "Adam with a constant learning rate becomes unstable once the curvature over √v̂ passes (2 + 2β₁)/((1 − β₁)η).",
      source: .paper("Cohen et al. 2022", "https://arxiv.org/abs/2207.14484"), verdict: .holds,
      when: departure.departure != nil
        && abs(Double(departure.turningStep - (departure.instability ?? 0))) < 0.02 * Double(departure.turningStep),
      measured: """
        settled at step \(study.upright.adam.settling), lowest at step \(grouped(departure.turningStep)), limit passed at step
        \(departure.instability.map(grouped) ?? "never"), left at step \(departure.departure.map(grouped) ?? "never")
        """)
  }

  private func stateFormulaClaims(in notebook: Notebook) {
    let (pyTorch, corrected) = (firstStepsOfConventions()[0].updates[0], firstStepsOfConventions()[1].updates[0])
    notebook.claim(
      "3.11", "PyTorch's RMSProp corrects the bias of its mean square.",
      source: .note(2, "PyTorch Implementation", slip: "C40"), verdict: .doesNotHold,
      when: abs(pyTorch / corrected - 10) < 1e-4,
      measured: "it does not: with β = 0.99 its first step is \(fixed(pyTorch / corrected, 4)) times η")
    let (outside, inside) = (
      shareOfFirstStep(gradient: 1e-6, .outsideRoot), shareOfFirstStep(gradient: 1e-6, .insideRoot)
    )
    notebook.claim(
      "3.12", "Whether ε = 10⁻⁸ stands beside the root or under it makes no difference.",
      source: .note(2, "Adam", slip: "C44"), verdict: .doesNotHold, when: outside > 0.9 && inside < 0.1,
      measured: """
        with a gradient of 10⁻⁶ the first step is \(significant(outside, 3)) η beside the root (Adam's paper, PyTorch) and
        \(significant(inside, 3)) η under it (the notes)
        """)
    let ratios = uncorrectedAdamRatios(steps: 10_000)
    let largest = ratios.indices.max { ratios[$0] < ratios[$1] } ?? 0
    notebook.claim(
      "3.13", "Adam's bias correction may be left out.", source: .note(2, "Adam", slip: "C45"), verdict: .doesNotHold,
      when: ratios[0] > 3 && ratios[largest] > 6 && ratios[999] > 1.2,
      measured: """
        without it steps under a constant gradient are longer, by \(fixed(ratios[0], 2)) at first,
        \(fixed(ratios[largest], 2)) at step \(largest + 1), \(fixed(ratios[99], 2)) at step 100, \(fixed(ratios[999], 2)) at
        step 1000, \(fixed(ratios[9999], 5)) at step 10 000
        """)
  }

  /// Sets the exercises; what they show is worked out here.
  func setExercises(_ ravine: RavineStudy, _ moons: MoonsStudy, in notebook: Notebook) {
    let task = RavineTask()
    let gentle = task.sweep(.momentum(momentum: 0.67)).best
    notebook.exercise(
      "--beta 0.67",
      "Momentum with β = 0.9 swings past the minimum. How much quicker is the ravine with less momentum, and at which η?",
      answer: """
        It settles in \(gentle.settling) steps at η = \(significant(gentle.setting.learningRate, 3)), instead of
        \(ravine.upright.momentum.settling). Polyak's pair, η = \(significant(task.heavyBallRate, 3)) and β =
        \(significant(task.heavyBallDecay, 3)), is close by; it is the best in the long run, though from this start with
        \(task.run(task.heavyBall).settling) steps not the very quickest.
        """)
    notebook.exercise(
      "--rotate 45", "Which of the four pictures change when the ravine is turned, and why not all?",
      answer: """
        Gradient descent and momentum need \(ravine.turned.descent.settling) and \(ravine.turned.momentum.settling) steps as before: they
        know nothing of axes. RMSProp goes from \(ravine.upright.rmsProp.settling) to \(ravine.turned.rmsProp.settling) steps, Adam from
        \(ravine.upright.adam.settling) to \(ravine.turned.adam.settling): they scale x and y apart, but the steep direction is now
        in both.
        """)
    let rate = 0.1
    let descent = accuracy(moons.sweeps.descent.networks(near: rate))
    let adam = accuracy(moons.sweeps.adam.networks(near: rate))
    notebook.exercise(
      "--learning-rate \(rate) --epochs \(MoonsStudy.sweepEpochs)",
      "What is left of Adam's lead on the moons when all share a rate that is larger by a factor of about 140?",
      answer: """
        \(fixed(adam.mean - descent.mean, 1)) points (\(fixed(adam.mean, 1)) against \(fixed(descent.mean, 1)) %), in fewer
        epochs. Gradient descent was not a poor method at 0.0007; it was standing still.
        """)
  }
}

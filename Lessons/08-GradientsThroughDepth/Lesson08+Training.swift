import Descent
import Gnuplot
import Notebook
import Numerics

extension Lesson08 {
  func tellOfTraining(_ measured: Measurements, in notebook: Notebook) {
    let seeds = measured.epochs.count
    notebook.section("Does it matter?")
    notebook.text(
      """
      Ten epochs on the handwritten digits, 32 units a layer, plain gradient descent and Adam, each at the best of
      \(Method.adam.rates.count) learning rates (that of the lowest loss, chosen with \(TrainingStudy.choosing) of the
      \(seeds) seeds). Note 1 recommends Adam, which gives every parameter a rate of its own.
      """)
    notebook.table(
      columns: ["network", "layers", "gradient left", "differences left"] + Method.allCases.map(\.rawValue),
      rows: measured.table.map { network, profile in
        [
          network.recipe.words, "\(network.depth)", significant(profile.hiddenRatio, 1),
          significant(profile.spreadRatio, 1),
        ]
          + Method.allCases.map { method in
            let trial = measured.training[network, method]
            return "\(trial.accuracy.plusMinus(1)) % (η = \(plain(trial.rate)))"
          }
      },
      caption: """
        Before training: what the first hidden layer sees of the gradient at the last, and what the last shows of the
        differences between digits in the first. After it: test accuracy over \(seeds) seeds.
        """)
    notebook.figure(
      trainingFigure(
        measured.training, recipes: Measurements.trained, depths: Measurements.trainedDepths,
        mended: Measurements.boldSigmoids),
      caption: """
        Test accuracy after ten epochs, each method at its best learning rate: means, and bands from the least of
        \(seeds) seeds to the greatest. The diamonds are \(Measurements.boldSigmoids.depth) layers of sigmoids with
        \(Measurements.boldSigmoids.recipe.gainWords).
        """)
    let (sigmoids, relus) = (
      Network(recipe: Measurements.trained[0], depth: 10), Network(recipe: Measurements.trained[2], depth: 20)
    )
    let bold = Measurements.boldSigmoids
    let left = measured.profile(of: sigmoids).spreadRatio
    let (boldLeft, reluLeft) = (
      measured.profile(of: bold).hiddenRatio, measured.profile(of: relus).hiddenRatio
    )
    let tiny = measured.tinyEpsilonAccuracies
    let (forth, back) = (measured[.sigmoid, 1].forward.mean, measured[.sigmoid, 1].backward.mean)
    notebook.text(
      """
      Adam divides a gradient by its own size, so it should not mind a small one. It does help for a few layers, and then
      no more. With ε = 10⁻¹⁶ it reads \(fixed(tiny[0].mean, 1)) % of the digits with ten layers and
      \(fixed(tiny[1].mean, 1)) % with twenty: ε is not the reason. The table says why: the gradient on its way back and
      the digits' differences on their way forth meet the same matrices. In a sigmoid network they are multiplied by
      \(fixed(back, 3)) and \(fixed(forth, 3)) a layer. Where \(significant(left, 1)) of the differences arrive at the
      tenth layer, the last layers see nearly the same answer for every digit, and Adam's large steps have hardly anything
      to go by.

      The right gain mends both at once. Ten layers of the same sigmoids with \(bold.recipe.gainWords) keep
      \(significant(boldLeft, 1)) of the gradient, and Adam brings them from
      \(fixed(measured.accuracy(sigmoids, .adam).mean, 1)) to \(fixed(measured.accuracy(bold, .adam).mean, 1)) %.

      It is not all that depth asks for. With ReLU at \(relus.recipe.gainWords), where \(significant(reluLeft, 1)) of the
      gradient is left after \(relus.depth) layers, plain gradient descent reaches only
      \(fixed(measured.accuracy(relus, .gradientDescent).mean, 0)) % in these ten epochs. What
      else there is to do is told in \(lesson(10)).
      """)
  }

  func tellOfOverflow(_ measured: Measurements, in notebook: Notebook) {
    let overflow = measured.overflow
    let (inf, nan) = (overflow.layers.map(\.infinite), overflow.layers.map(\.notANumber))
    let factor = measured[.relu, 8].theory.factor(depth: 20)
    notebook.section("When it explodes")
    notebook.text(
      """
      Numbers of 32 bits end at \(significant(Double(Float.greatestFiniteMagnitude), 2)). With standard normal weights,
      \(fixed(factor, 2)) a layer, ReLU networks of 64 units get there in \(range(inf)). What overflows is inf, not nan.
      That comes in \(range(nan)), where weights of both signs subtract inf from inf. Soon all is nan, the loss too.
      (How to find the first one is told in \(lesson(12)).)
      """)
  }

  /// "layer 52", "layers 51 to 53", or "no layer".
  func range(_ layers: [Int?]) -> String {
    let layers = layers.compactMap { $0 }
    guard let least = layers.min(), let greatest = layers.max() else { return "no layer" }
    return least < greatest ? "layers \(least) to \(greatest)" : "layer \(least)"
  }
}

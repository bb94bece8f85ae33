import ArgumentParser
import Datasets
import Descent
import Foundation
import Notebook

@main struct Lesson08: Lesson {
  static let card = LessonCard.number(8)
  @OptionGroup var common: CommonOptions
  func write(in notebook: Notebook) async throws {
    let digits = try Digits.load()
    let tasks = common.seeds(5).map { DigitsTask(digits, seed: $0, centred: true) }
    let recipes = [Recipe(.sigmoid, 1), Recipe(.tanh, 1), Recipe(.relu, 2.0.squareRoot())]
    for (r, d) in [(recipes[0], 1), (recipes[0], 3), (recipes[0], 5), (recipes[0], 10), (recipes[1], 20), (recipes[2], 1), (recipes[2], 10), (recipes[2], 20)] {
      for (m, rates) in [(Method.gradientDescent, [0.03, 0.1, 0.3, 1, 3, 10]), (.adam, [0.0003, 0.001, 0.003, 0.01, 0.03])] {
        for rate in rates {
          let e = await inParallel(over: tasks) { train(Network(recipe: r, depth: d), by: m, at: rate, on: $0) }
          print(r.activation, d, m, rate, Summary(of: e.map(\.accuracy)).plusMinus(1), significant(Summary(of: e.map(\.loss)).median, 3))
        }
      }
    }
  }
}

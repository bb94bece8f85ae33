import ArgumentParser
import Descent

/// A command to try and a question about what it shows.
package struct Exercise: Equatable {
  /// The whole command line, "swift run Lesson02 --beta 0.99".
  let command: String
  let question: String
  let answer: String
}

extension Lesson {
  /// Sets an exercise: the options to run the lesson with, and a question that asks to predict what will be seen.
  ///
  /// The answer comes from the lesson that the printed command would run, with the same `--seed`, so that the two
  /// cannot drift apart. The page hides the answer until it is asked for; the terminal does not tell it.
  ///
  /// ```swift
  /// try await exercise("--depth 100", "By how much will the gradient grow?", in: notebook) { lesson in
  ///   "By \(significant(await lesson.growth().mean, 2))."
  /// }
  /// ```
  ///
  /// - Throws: what the answer throws.
  /// - Precondition: the lesson understands the options.
  public func exercise(
    _ options: String, _ question: String, in notebook: Notebook, answer: (Self) async throws -> String
  ) async throws {
    let lesson: Self
    do {
      let own = Self.joiningNegativeNumbers(options.split(separator: " ").map(String.init))
      lesson = try Self.parse(["--seed", "\(common.seed)"] + own)
    } catch {
      fatalError("\(Self.card.target) refuses the options of its exercise, \(options): \(Self.message(for: error))")
    }
    // Trainings for an answer would stand among the lesson's own.
    let words = try await TrainingObservers.$current.withValue([]) { try await answer(lesson) }
    notebook.exercise(options: options, question, answer: words)
  }
}

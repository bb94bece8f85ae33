import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson37

@Suite("Lesson 37 · Distillation") struct Lesson37Tests {
  private let teacher = [5.0, 2, 0]
  private let student = [3.0, 2, 1]

  private func row(_ numbers: [Double]) -> Tensor { Tensor(rows: [numbers], dtype: .float64) }

  /// The derivative of a loss by one row of logits.
  private func gradient(_ logits: [Double], _ loss: (Tensor) -> Tensor) -> [Double] {
    valueAndGradient(at: row(logits)) { loss($0) }.gradient.scalars
  }

  private func isClose(_ a: [Double], _ b: [Double], within tolerance: Double) -> Bool {
    a.count == b.count && a.indices.allSatisfy { abs(a[$0] - b[$0]) < tolerance }
  }

  // MARK: By hand

  @Test(
    "By hand: the logits 5, 2, 0 at T = 1, 2, 4 and 8",
    arguments: [
      (1.0, [0.9465, 0.0471, 0.0064]), (2.0, [0.7662, 0.1710, 0.0629]), (4.0, [0.5685, 0.2686, 0.1629]),
      (8.0, [0.4499, 0.3092, 0.2408]),
    ] as [(Double, [Double])])
  func softer(temperature: Double, answer: [Double]) {
    // T = 2: e^2.5, e, 1 are 12.1825, 2.7183 and 1, together 15.9008. Four decimals.
    #expect(isClose(softened(teacher, at: temperature), answer, within: 6e-5))
    #expect(isClose(softmax(row(teacher) / temperature).scalars, softened(teacher, at: temperature), within: 1e-15))
  }

  @Test("By hand: the label pushes the 8 down most, the teacher at T = 4 the 1") func pushes() {
    let label = gradient(student) { softmaxCrossEntropy($0, labels: [0]) }
    // e³, e², e are 20.0855, 7.3891 and 2.7183, together 30.1929. Four decimals.
    #expect(isClose(label, [-0.3348, 0.2447, 0.0900], within: 6e-5))
    #expect(isClose(softGradient(student: student, teacher: teacher, at: 1), [-0.2813, 0.1976, 0.0837], within: 6e-5))
    #expect(isClose(softGradient(student: student, teacher: teacher, at: 4), [-0.5973, 0.2317, 0.3655], within: 6e-5))
    // (3 − 2 − 5 + 7/3)/3, (2 − 2 − 2 + 7/3)/3, (1 − 2 − 0 + 7/3)/3.
    let limit = matchingGradient(student: student, teacher: teacher)
    #expect(isClose(limit, [-5.0 / 9, 1.0 / 9, 4.0 / 9], within: 1e-15))
  }

  @Test("By hand: T² KL is 0.2392, 0.5945, 0.7715 and 0.8024: it rises above its limit of 7/9, and comes back")
  func divergence() {
    func scaled(_ temperature: Double) -> Double {
      let (q, p) = (softened(student, at: temperature), softened(teacher, at: temperature))
      return temperature * temperature * p.indices.reduce(0) { $0 + p[$1] * Double.log(p[$1] / q[$1]) }
    }
    #expect(isClose([1, 2, 4, 8].map(scaled), [0.2392, 0.5945, 0.7715, 0.8024], within: 6e-5))
    let limit = matchingLoss(row(student), row(teacher)).item  // (25/9 + 1/9 + 16/9)/6
    #expect(abs(limit - 7.0 / 9) < 1e-15)
    #expect(abs(scaled(1000) - limit) < 1e-3)  // what is left falls like 1/T
    // The loss of the lesson is larger by T² times the entropy of p, which the student cannot change.
    let p = softened(teacher, at: 4)
    let entropy = -p.reduce(0) { $0 + $1 * Double.log($1) }
    #expect(abs(softLoss(row(student), row(teacher), at: 4).item - scaled(4) - 16 * entropy) < 1e-12)
  }

  @Test("By hand: evened, the true class keeps its logit and the nine others get their mean") func even() {
    let logits = Tensor(rows: [[7, 1, 2, 3, 4, 5, 6, 7, 8, 9]], dtype: .float64)
    #expect(isClose(evened(logits, labels: [0]).scalars, [7] + [Double](repeating: 5, count: 9), within: 1e-14))
    // 52 in all; without the 9 the mean is 43/9.
    let last = evened(logits, labels: [9]).scalars
    #expect(isClose(last, [Double](repeating: 43.0 / 9, count: 9) + [9], within: 1e-14))
  }

  @Test("By hand: a student has 1,510 numbers, each of the teacher's networks 50,610") func sizes() {
    var generator = RandomGenerator(seed: 1)
    let student = MultilayerPerceptron([64, 20, 10], activation: .relu, using: &generator)
    #expect(student.parameterCount == 1510)  // 65 · 20 + 21 · 10
    #expect(Teacher.network(using: &generator).parameterCount == 50610)  // 65 · 300 + 301 · 100 + 101 · 10
  }

  @Test("By hand: shuffling within columns keeps each pixel's values, and no image") func shuffling() throws {
    let pixels = try Digits.load().pixels.take(rows: Array(0..<200))
    var generator = RandomGenerator(seed: 2)
    let noise = pixels.shuffledInColumns(using: &generator)
    #expect(noise.shape == pixels.shape)
    let (before, after) = (pixels.transposed.scalars, noise.transposed.scalars)
    for column in 0..<64 {
      let range = column * 200..<(column + 1) * 200
      #expect(before[range].sorted() == after[range].sorted())
    }
    let images = Set((0..<200).map { Array(pixels.take(rows: [$0]).scalars) })
    #expect((0..<200).allSatisfy { !images.contains(Array(noise.take(rows: [$0]).scalars)) })
  }

  // MARK: Theory

  @Test(
    "Theory: the gradient of the soft loss is T (q − p), and without T² smaller by exactly that",
    arguments: [1.0, 4, 50])
  func softGradients(temperature: Double) {
    let measured = gradient(student) { softLoss($0, row(teacher), at: temperature) }
    // T² times a difference of probabilities that is itself rounded.
    let tolerance = 1e-15 * temperature * temperature
    #expect(isClose(measured, softGradient(student: student, teacher: teacher, at: temperature), within: tolerance))
    let unscaled = gradient(student) { softLoss($0, row(teacher), at: temperature, isScaled: false) }
    #expect(isClose(unscaled.map { $0 * temperature * temperature }, measured, within: tolerance))
  }

  @Test("Theory: matching logits has the limit's gradient, and T (q − p) comes to it like 1/T") func limit() {
    let limit = matchingGradient(student: student, teacher: teacher)
    #expect(isClose(gradient(student) { matchingLoss($0, row(teacher)) }, limit, within: 1e-15))
    func distance(_ temperature: Double) -> Double {
      let gradient = softGradient(student: student, teacher: teacher, at: temperature)
      return gradient.indices.map { abs(gradient[$0] - limit[$0]) }.max() ?? .nan
    }
    #expect(abs(distance(200) / distance(400) - 2) < 0.05)  // the next term is smaller by z/T, 5/200
  }

  @Test("Theory: for an untrained student on 100 digits, the gradient at T = 50 is that of matching logits")
  func matching() async throws {
    let teacher = await Teacher(try Digits.load(), seed: 3)
    var generator = RandomGenerator(seed: 3)
    let network = MultilayerPerceptron([64, 20, 10], activation: .relu, using: &generator)
    let places = Array(generator.permutation(of: 1200).prefix(100))
    let (pixels, logits) = (teacher.training.pixels.take(rows: places), teacher.logits.take(rows: places))
    func gradients(_ loss: (Tensor) -> Tensor) -> Gradients {
      valueAndGradients(of: network) { loss(network(pixels)) }.gradients
    }
    let limit = gradients { matchingLoss($0, logits) }
    let (cold, hot) = (
      gradients { softLoss($0, logits, at: 1) }, gradients { softLoss($0, logits, at: 50) }
    )
    func cosine(_ a: Gradients) -> Double { a.dot(limit) / (a.norm * limit.norm) }
    // Logits up to 15 leave terms of 15/50 in a few places.
    #expect(cosine(hot) > 0.99 && abs(hot.norm / limit.norm - 1) < 0.15)
    #expect(cosine(cold) < 0.9)
  }

  // MARK: Contrast

  @Test("Contrast: thirty answers read more than thirty labels, evened ones do not; in ten times the steps too")
  func tenTimes() async throws {
    let lesson = try Lesson37.parse([])
    let teacher = await Teacher(try Digits.load(), seed: 7)
    let arms = [lesson.soft, .labels, lesson.evened].map { lesson.digits(30, $0) }
    for arms in [arms, arms.map(\.long)] {
      let runs = await lesson.runs(arms, of: teacher, seeds: 3)
      #expect(runs.difference(arms[0], arms[1], \.accuracy).mean > 8)
      #expect(abs(runs.difference(arms[2], arms[1], \.accuracy).mean) < 5)
    }
  }

  @Test("Contrast: a student of labels never says the digit that it has not seen, one of answers does") func unseen()
    async throws
  {
    let teacher = await Teacher(try Digits.load(), seed: 8)
    let lesson = try Lesson37.parse([])
    let (labels, answers) = (
      Run(lesson.unseen(5, .labels), of: teacher, seed: 8), Run(lesson.unseen(5, lesson.soft), of: teacher, seed: 8)
    )
    #expect(labels.recalls.count == 10 && labels.recalls[5] == 0 && answers.recalls[5] > 60)
    // Nine tenths of the test digits are of the other classes.
    #expect(labels.accuracy > 75 && labels.accuracy < 91)
  }

  @Test("Contrast: noise with answers teaches digits; what is looked at on the way ends with the run") func noise()
    async throws
  {
    let teacher = await Teacher(try Digits.load(), seed: 9)
    let lesson = try Lesson37.parse([])
    let run = Run(lesson.noise(lesson.soft), of: teacher, seed: 9, looking: true)
    #expect(run.accuracy > 80 && teacher.accuracy > 90)
    #expect(run.readings.count == Run.places(760).count && run.readings.last == run.accuracy)
    #expect(run.readings[0] < 50)  // after fifty steps
  }

  @Test("Contrast: without T² the answers are drowned by labels, and Adam alone does not mind") func factor()
    async throws
  {
    let lesson = try Lesson37.parse([])
    let teacher = await Teacher(try Digits.load(), seed: 10)
    let arms = lesson.factorArms
    let runs = await lesson.runs(arms.flatMap { [$0, $0.unscaled] }, of: teacher, seeds: 3)
    let gains = arms.map { runs.difference($0, $0.unscaled, \.accuracy).mean }
    #expect(gains.count == 3 && abs(gains[0]) < 1.5 && gains[1] > 20 && gains[2] > 2)
  }

  // MARK: Exercises

  @Test("Exercise 1: with ten images answers gain, but less than with thirty") func ten() async throws {
    let lesson = try Lesson37.parse(["--images", "10"])
    #expect(lesson.sizes == [10, 50, 100, 200, 400, 1200])
    let teacher = await Teacher(try Digits.load(), seed: 0)
    let arms = [10, 30].flatMap { size in [lesson.soft, .labels].map { lesson.digits(size, $0) } }
    let runs = await lesson.runs(arms, of: teacher)
    let (few, more) = (
      runs.difference(arms[0], arms[1], \.accuracy).mean, runs.difference(arms[2], arms[3], \.accuracy).mean
    )
    #expect(few > 3 && few < more)
  }

  @Test("Exercise 2: at T = 100 all probabilities lie near a tenth, and teach") func hundred() async throws {
    let lesson = try Lesson37.parse(["--temperature", "100"])
    let teacher = await Teacher(try Digits.load(), seed: 0)
    let all = softmax(teacher.logits / lesson.temperature).scalars
    #expect(all.allSatisfy { $0 > 0.08 && $0 < 0.13 })  // logits differ by some twenty: e^±0.2 tenths
    #expect(Run(lesson.digits(100, lesson.soft), of: teacher, seed: 0).accuracy > 85)
  }

  @Test("Exercise 3: zeros are read by who has never seen one") func zeros() async throws {
    let lesson = try Lesson37.parse(["--omit", "0"])
    #expect(lesson.omitted == [0, 1, 3, 5, 8])
    let teacher = await Teacher(try Digits.load(), seed: 0)
    #expect(Run(lesson.unseen(0, lesson.soft), of: teacher, seed: 0).recalls[0] > 60)
  }

  // MARK: Refusal

  @Test("Refusal: a temperature near zero, and an eleventh digit") func refuses() throws {
    let cold = try #require(throws: (any Error).self) { try Lesson37.parse(["--temperature=0.1"]) }
    #expect(
      Lesson37.message(for: cold)
        == "The value '0.1' is invalid for '--temperature <temperature>': It must be from 0.5 to 100.")
    let ten = try #require(throws: (any Error).self) { try Lesson37.parse(["--omit=10"]) }
    #expect(Lesson37.message(for: ten) == "The value '10' is invalid for '--omit <omit>': It must be from 0 to 9.")
  }
}

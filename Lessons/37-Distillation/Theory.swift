import Numerics

/// An answer at a temperature, softmax(z/T).
func softened(_ logits: [Double], at temperature: Double) -> [Double] {
  let powers = logits.map { Double.exp($0 / temperature) }
  return powers.map { $0 / powers.reduce(0, +) }
}

/// The derivative of the soft loss by the student's logits, T (q − p).
func softGradient(student: [Double], teacher: [Double], at temperature: Double) -> [Double] {
  let (q, p) = (softened(student, at: temperature), softened(teacher, at: temperature))
  return q.indices.map { temperature * (q[$0] - p[$0]) }
}

/// What that derivative comes to at a high temperature: the difference of the logits, means removed, by the classes.
///
/// Hinton, Vinyals & Dean 2015, equation 4, times T².
func matchingGradient(student: [Double], teacher: [Double]) -> [Double] {
  let difference = student.indices.map { student[$0] - teacher[$0] }
  let count = Double(difference.count)
  let mean = difference.reduce(0, +) / count
  return difference.map { ($0 - mean) / count }
}

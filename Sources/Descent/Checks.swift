// Hyperparameters that no one can mean stop the program; each check names what it met.

/// Stops the program unless a coefficient of a running average, of momentum or of dropout is at least 0 and below 1.
func checkShare(_ share: Double, _ name: String) {
  precondition((0..<1).contains(share), "\(name) must be at least 0 and below 1, but is \(share).")
}

/// Stops the program unless a number is finite and at least 0: a learning rate, an ε, the strength of a penalty.
func checkNotNegative(_ number: Double, _ name: String) {
  precondition(number >= 0 && number < .infinity, "\(name) must be finite and not negative, but is \(number).")
}

/// Stops the program unless a number is finite and above 0: a factor that something is divided by.
func checkPositive(_ number: Double, _ name: String) {
  precondition(number > 0 && number < .infinity, "\(name) must be finite and above 0, but is \(number).")
}

/// Stops the program unless a number of steps or epochs reaches a least one.
func checkLength(_ length: Int, _ name: String, atLeast least: Int = 1) {
  precondition(length >= least, "\(name) must be at least \(least), but is \(length).")
}

func checkLearningRate(_ rate: Double) { checkNotNegative(rate, "A learning rate") }

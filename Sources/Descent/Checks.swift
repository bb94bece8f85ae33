// Hyperparameters that no one can mean stop the program; each check names what it met.

/// Stops the program unless a coefficient of a running average or of momentum is at least 0 and below 1.
func checkDecay(_ decay: Double, _ name: String = "The decay of an average") {
  precondition((0..<1).contains(decay), "\(name) must be at least 0 and below 1, but is \(decay).")
}

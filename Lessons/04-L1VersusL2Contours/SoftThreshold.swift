/// sign(x) · max(|x| − t, 0)
func softThreshold(_ x: Double, _ threshold: Double) -> Double {
  x > threshold ? x - threshold : x < -threshold ? x + threshold : 0
}

import Numerics

/// The threshold below which a yes costs less than a no where a missed positive costs w times a false alarm: 1/(1 + w).
func threshold(weight: Double) -> Double { 1 / (1 + weight) }

/// By how much a weight of w moves the best logit, whatever the sample: w p/(1 − p) are its odds, so ln w.
func logitShift(weight: Double) -> Double { .log(weight) }

/// What a split gains, to second order, from sums of gradients and curvatures on both sides: G₁²/H₁ + G₂²/H₂ − G²/H.
func splitGain(_ yes: (gradient: Double, curvature: Double), _ no: (gradient: Double, curvature: Double)) -> Double {
  func score(_ gradient: Double, _ curvature: Double) -> Double { gradient * gradient / curvature }
  return score(yes.gradient, yes.curvature) + score(no.gradient, no.curvature)
    - score(yes.gradient + no.gradient, yes.curvature + no.curvature)
}

#include "CVectorKernels.h"

#include <math.h>
#include <string.h>

// One copy of each loop for every generation of vector units, chosen once at start. Other systems and processors have
// one baseline (NEON on arm64) or no means of choosing; they get the plain loop.
#if defined(__x86_64__) && defined(__linux__)
#define WIDE __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define WIDE
#endif

// An output may be the same array as an input, never a part of it: each turn of the loop is on its own. Without being
// told, the compiler would go number by number whenever the arrays overlap.
#define EACH(i, count) _Pragma("clang loop vectorize(assume_safety)") for (size_t i = 0; i < (count); i++)

#define INLINE static inline __attribute__((always_inline))

// e^{a + b} · factor in float, b small beside a unless a is: a + b = n·ln 2 + r with |r| ≤ ½ ln 2, eʳ by a polynomial of
// degree 7, and n into the exponent in two halves, so that results down to the smallest subnormal are right. The error
// is below 1 unit in the last place but rarely. |a + b| is to be below 125.
INLINE float exp_sum_f32(float a, float b, float factor) {
  const float shift = 12582912.0f;  // 1.5 · 2²³: adding it rounds to a whole number
  float shifted = (a + b) * 1.44269504f + shift;
  float n = shifted - shift;
  float r = a - n * 0.693145752f;  // ln 2 in two parts, the first exact in products with n
  r = r - n * 1.42860677e-6f + b;
  float p = 1.0f / 5040;
  p = p * r + 1.0f / 720;
  p = p * r + 1.0f / 120;
  p = p * r + 1.0f / 24;
  p = p * r + 1.0f / 6;
  p = p * r + 0.5f;
  p = (p * r) * r + r + 1.0f;
  int32_t bits;
  memcpy(&bits, &shifted, 4);
  int32_t whole = bits - 0x4B400000, half = whole >> 1;  // n: the bits less those of 1.5 · 2²³
  int32_t first_bits = (half + 127) << 23, second_bits = (whole - half + 127) << 23;
  float first, second;
  memcpy(&first, &first_bits, 4);
  memcpy(&second, &second_bits, 4);
  return p * factor * first * second;
}

// The same in double, with a polynomial of degree 13. |a + b| is to be below 1,400.
INLINE double exp_sum_f64(double a, double b, double factor) {
  const double shift = 6755399441055744.0;  // 1.5 · 2⁵²
  double shifted = (a + b) * 1.4426950408889634 + shift;
  double n = shifted - shift;
  double r = a - n * 0.693147180369123816490;
  r = r - n * 1.90821492927058770002e-10 + b;
  double p = 1.0 / 6227020800.0;
  p = p * r + 1.0 / 479001600.0;
  p = p * r + 1.0 / 39916800.0;
  p = p * r + 1.0 / 3628800.0;
  p = p * r + 1.0 / 362880.0;
  p = p * r + 1.0 / 40320.0;
  p = p * r + 1.0 / 5040.0;
  p = p * r + 1.0 / 720.0;
  p = p * r + 1.0 / 120.0;
  p = p * r + 1.0 / 24.0;
  p = p * r + 1.0 / 6.0;
  p = p * r + 0.5;
  p = (p * r) * r + r + 1.0;
  int64_t bits;
  memcpy(&bits, &shifted, 8);  // the low bits of the shifted number are n
  int64_t whole = (int64_t)(int32_t)bits, half = whole >> 1;
  int64_t first_bits = (half + 1023) << 52, second_bits = (whole - half + 1023) << 52;
  double first, second;
  memcpy(&first, &first_bits, 8);
  memcpy(&second, &second_bits, 8);
  return p * factor * first * second;
}

// eˣ; adding −0 changes nothing, so that the compiler leaves it out.
INLINE float exp_f32(float x) { return exp_sum_f32(x > 89.0f ? 89.0f : x < -104.0f ? -104.0f : x, -0.0f, 1.0f); }
INLINE double exp_f64(double x) { return exp_sum_f64(x > 710.0 ? 710.0 : x < -746.0 ? -746.0 : x, -0.0, 1.0); }

// eˣ − 1 for 0 ≤ x, without cancellation near zero: n·ln 2 + r as above, 2ⁿ(eʳ − 1) + (2ⁿ − 1).
INLINE float expm1_f32(float x) {
  const float shift = 12582912.0f;
  float n = (x * 1.44269504f + shift) - shift;
  float r = x - n * 0.693145752f;
  r = r - n * 1.42860677e-6f;
  float p = 1.0f / 5040;
  p = p * r + 1.0f / 720;
  p = p * r + 1.0f / 120;
  p = p * r + 1.0f / 24;
  p = p * r + 1.0f / 6;
  p = p * r + 0.5f;
  p = (p * r) * r + r;
  int32_t bits = ((int32_t)n + 127) << 23;
  float power;
  memcpy(&power, &bits, 4);
  return power * p + (power - 1.0f);
}

INLINE double expm1_f64(double x) {
  const double shift = 6755399441055744.0;
  double shifted = x * 1.4426950408889634 + shift;
  double n = shifted - shift;
  double r = x - n * 0.693147180369123816490;
  r = r - n * 1.90821492927058770002e-10;
  double p = 1.0 / 87178291200.0;
  p = p * r + 1.0 / 6227020800.0;
  p = p * r + 1.0 / 479001600.0;
  p = p * r + 1.0 / 39916800.0;
  p = p * r + 1.0 / 3628800.0;
  p = p * r + 1.0 / 362880.0;
  p = p * r + 1.0 / 40320.0;
  p = p * r + 1.0 / 5040.0;
  p = p * r + 1.0 / 720.0;
  p = p * r + 1.0 / 120.0;
  p = p * r + 1.0 / 24.0;
  p = p * r + 1.0 / 6.0;
  p = p * r + 0.5;
  p = (p * r) * r + r;
  int64_t bits;
  memcpy(&bits, &shifted, 8);
  bits = ((int64_t)(int32_t)bits + 1023) << 52;
  double power;
  memcpy(&power, &bits, 8);
  return power * p + (power - 1.0);
}

// tanh |x| = m/(m + 2) with m = e^{2|x|} − 1, which is exact to the last places near zero as well; 1 from `flat` on.
#define DEFINE_TANH(T, SUFFIX, FABS, COPYSIGN, FLAT)                                                                   \
  INLINE T tanh_##SUFFIX(T x) {                                                                                        \
    T size = FABS(x);                                                                                                  \
    T m = expm1_##SUFFIX(2 * (size < FLAT ? size : FLAT));                                                             \
    T y = COPYSIGN(m / (m + 2), x);                                                                                    \
    return x != x ? x : y;                                                                                             \
  }

DEFINE_TANH(float, f32, fabsf, copysignf, 10.0f)
DEFINE_TANH(double, f64, fabs, copysign, 20.0)

// M(t) = e^{t²/2} Φ(−t) for t ≥ 0, Φ the normal distribution function: with w = 4/(t + 4), which runs from 1 down to
// 0, M/w is nearly a straight line in w, and close to a polynomial in 1 − 2w on the whole of t up to 15 in float and 39
// in double: to 1e-8 and 1e-18. The form is Shepherd & Laframboise's (1981), doi:10.1090/S0025-5718-1981-0595058-X; the
// coefficients are those of Chebyshev's series.
INLINE float mills_f32(float t) {
  float sum = t + 4, lost = t - (sum - 4);  // lost is what rounding took
  float w = 4 / sum, q = 1 - 2 * w;
  float p = -3.1390584e-05f;
  p = p * q + 4.708326e-05f;
  p = p * q + 3.9136375e-04f;
  p = p * q - 8.803893e-04f;
  p = p * q - 0.001881214f;
  p = p * q + 0.015101638f;
  p = p * q - 0.046630837f;
  p = p * q + 0.09678416f;
  p = p * q - 0.15197414f;
  p = p * q + 0.18882129f;
  p = p * w;
  return p + lost * (t * p - 0.39894228040143267794f);  // M′ = t M − 1/√(2π)
}

INLINE double mills_f64(double t) {
  double sum = t + 4, lost = t - (sum - 4);  // lost is what rounding took
  double w = 4 / sum, q = 1 - 2 * w;
  double p = -1.7391232563382077e-10;
  p = p * q - 6.136308761064758e-10;
  p = p * q + 4.6118838081214356e-10;
  p = p * q + 4.8437215951306996e-09;
  p = p * q + 3.3301930775919434e-09;
  p = p * q - 2.1256270441658406e-08;
  p = p * q - 3.872834295247832e-08;
  p = p * q + 6.786608032982685e-08;
  p = p * q + 2.553654674153993e-07;
  p = p * q - 1.5737708592374574e-07;
  p = p * q - 1.4800274499304923e-06;
  p = p * q + 1.7914976335520435e-07;
  p = p * q + 8.786165406812843e-06;
  p = p * q - 4.770607290339366e-07;
  p = p * q - 5.7773732397191306e-05;
  p = p * q + 3.33360775352041e-05;
  p = p * q + 0.00040770461421097136;
  p = p * q - 0.0008699230917994914;
  p = p * q - 0.001885047241668281;
  p = p * q + 0.015099143722731941;
  p = p * q - 0.04663046448991475;
  p = p * q + 0.09678435018555367;
  p = p * q - 0.15197416049297302;
  p = p * q + 0.18882128260393788;
  p = p * w;
  return p + lost * (t * p - 0.39894228040143267794);  // M′ = t M − 1/√(2π)
}

// ln(1 + z) for 0 ≤ z ≤ 1: 2 artanh v with v = z/(2 + z) ≤ ⅓, 2v written as z − zv, which is exact where z is small.
INLINE float log_one_plus_f32(float z) {
  float v = z / (2 + z), s = v * v;
  float p = 0.116195254f;
  p = p * s + 0.108516574f;
  p = p * s + 0.14296292f;
  p = p * s + 0.19999851f;
  p = p * s + 0.33333334f;
  return z - v * (z - 2 * s * p);
}

INLINE double log_one_plus_f64(double z) {
  double v = z / (2 + z), s = v * v;
  double p = 0.08087903454072548;
  p = p * s + 0.04397433369474833;
  p = p * s + 0.060011469977136564;
  p = p * s + 0.06657003641335145;
  p = p * s + 0.07692789505129312;
  p = p * s + 0.09090894546491375;
  p = p * s + 0.11111111362409382;
  p = p * s + 0.1428571428351453;
  p = p * s + 0.20000000000007456;
  p = p * s + 0.3333333333333333;
  return z - v * (z - 2 * s * p);
}

// The number without the lower half of its places, so that its square is exact.
INLINE float head_f32(float x) {
  uint32_t bits;
  memcpy(&bits, &x, 4);
  bits &= 0xFFFFF000u;
  memcpy(&x, &bits, 4);
  return x;
}

INLINE double head_f64(double x) {
  uint64_t bits;
  memcpy(&bits, &x, 8);
  bits &= 0xFFFFFFFFF8000000u;
  memcpy(&x, &bits, 8);
  return x;
}

// From the limits on, what a smooth rectifier makes of −x is too small for the type of number, and 0.

#define T float
#define NAME(f) kernel_f32_##f
#define EXP exp_f32
#define EXP_SUM exp_sum_f32
#define TANH tanh_f32
#define MILLS mills_f32
#define LOG_ONE_PLUS log_one_plus_f32
#define HEAD head_f32
#define ABS fabsf
#define SQRT sqrtf
#define LOG logf
#define SILU_LIMIT 110.0f
#define GELU_LIMIT 15.0f
#define GELU_TANH_LIMIT 11.0f
#include "kernels.inc"
#include "activations.inc"
#include "attention.inc"
#include "convolution.inc"
#include "normalization.inc"
#undef T
#undef NAME
#undef EXP
#undef EXP_SUM
#undef TANH
#undef MILLS
#undef LOG_ONE_PLUS
#undef HEAD
#undef ABS
#undef SQRT
#undef LOG
#undef SILU_LIMIT
#undef GELU_LIMIT
#undef GELU_TANH_LIMIT

#define T double
#define NAME(f) kernel_f64_##f
#define EXP exp_f64
#define EXP_SUM exp_sum_f64
#define TANH tanh_f64
#define MILLS mills_f64
#define LOG_ONE_PLUS log_one_plus_f64
#define HEAD head_f64
#define ABS fabs
#define SQRT sqrt
#define LOG log
#define SILU_LIMIT 753.0
#define GELU_LIMIT 39.0
#define GELU_TANH_LIMIT 22.0
#include "kernels.inc"
#include "activations.inc"
#include "attention.inc"
#include "convolution.inc"
#include "normalization.inc"

// Numbers of 16 bits, kept as float: to the nearest, ties to the even neighbour. Every case is worked out and one is
// chosen, so that the loop has no branches.

WIDE void kernel_f32_round_float16(const float *x, float *y, size_t count) {
  EACH(i, count) {
    uint32_t bits, rounded_bits;
    memcpy(&bits, &x[i], 4);
    uint32_t magnitude = bits & 0x7FFFFFFFu, sign = bits & 0x80000000u;
    // Below 2⁻¹⁴, adding ½ makes the processor round to a multiple of 2⁻²⁴.
    float size;
    memcpy(&size, &magnitude, 4);
    float subnormal = (size + 0.5f) - 0.5f;
    memcpy(&rounded_bits, &subnormal, 4);
    // Otherwise 13 bits fall away; half of the last kept place, less one unless that place is odd, rounds ties to even.
    uint32_t normal = (magnitude + 0xFFFu + ((magnitude >> 13) & 1u)) & ~0x1FFFu;
    uint32_t result = magnitude < 0x38800000u ? rounded_bits : normal;
    result = magnitude >= 0x477FF000u ? 0x7F800000u : result;  // 65520 and above
    result = magnitude > 0x7F800000u ? 0x7FC00000u : result;   // nan
    result |= sign;
    memcpy(&y[i], &result, 4);
  }
}

WIDE void kernel_f32_round_bfloat16(const float *x, float *y, size_t count) {
  EACH(i, count) {
    uint32_t bits;
    memcpy(&bits, &x[i], 4);
    uint32_t magnitude = bits & 0x7FFFFFFFu, sign = bits & 0x80000000u;
    uint32_t result = (magnitude + 0x7FFFu + ((magnitude >> 16) & 1u)) & ~0xFFFFu;  // may carry into infinity
    result = magnitude > 0x7F800000u ? 0x7FC00000u : result;
    result |= sign;
    memcpy(&y[i], &result, 4);
  }
}

WIDE void kernel_i16_products(const int16_t *x, const int16_t *weights, size_t rows, size_t outputs, size_t inputs,
                              int32_t *sums) {
  for (size_t row = 0; row < rows; row++) {
    for (size_t output = 0; output < outputs; output++) {
      int32_t sum = 0;
      for (size_t i = 0; i < inputs; i++) sum += (int32_t)x[row * inputs + i] * weights[output * inputs + i];
      sums[row * outputs + output] = sum;
    }
  }
}

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

// eˣ in float: x = n·ln 2 + r with |r| ≤ ½ ln 2, eʳ by a polynomial of degree 7, and n into the exponent in two halves,
// so that results down to the smallest subnormal are right. The error is below 1 unit in the last place but rarely.
INLINE float exp_f32(float x) {
  float clamped = x > 89.0f ? 89.0f : x < -104.0f ? -104.0f : x;
  const float shift = 12582912.0f;  // 1.5 · 2²³: adding it rounds to a whole number
  float shifted = clamped * 1.44269504f + shift;
  float n = shifted - shift;
  float r = clamped - n * 0.693145752f;  // ln 2 in two parts, the first exact in products with n
  r = r - n * 1.42860677e-6f;
  float p = 1.0f / 5040;
  p = p * r + 1.0f / 720;
  p = p * r + 1.0f / 120;
  p = p * r + 1.0f / 24;
  p = p * r + 1.0f / 6;
  p = p * r + 0.5f;
  p = (p * r) * r + r + 1.0f;
  int32_t whole = (int32_t)n, half = whole >> 1;
  int32_t first_bits = (half + 127) << 23, second_bits = (whole - half + 127) << 23;
  float first, second;
  memcpy(&first, &first_bits, 4);
  memcpy(&second, &second_bits, 4);
  float result = p * first * second;
  return x != x ? x : result;
}

// eˣ in double: as above, with a polynomial of degree 13.
INLINE double exp_f64(double x) {
  double clamped = x > 710.0 ? 710.0 : x < -746.0 ? -746.0 : x;
  const double shift = 6755399441055744.0;  // 1.5 · 2⁵²
  double shifted = clamped * 1.4426950408889634 + shift;
  double n = shifted - shift;
  double r = clamped - n * 0.693147180369123816490;
  r = r - n * 1.90821492927058770002e-10;
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
  double result = p * first * second;
  return x != x ? x : result;
}

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

#define T float
#define NAME(f) kernel_f32_##f
#define EXP exp_f32
#define TANH tanh_f32
#define SQRT sqrtf
#define LOG logf
#include "kernels.inc"
#include "attention.inc"
#include "convolution.inc"
#undef T
#undef NAME
#undef EXP
#undef TANH
#undef SQRT
#undef LOG

#define T double
#define NAME(f) kernel_f64_##f
#define EXP exp_f64
#define TANH tanh_f64
#define SQRT sqrt
#define LOG log
#include "kernels.inc"
#include "attention.inc"
#include "convolution.inc"

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

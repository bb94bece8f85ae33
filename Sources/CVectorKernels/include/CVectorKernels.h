#pragma once

#include <stddef.h>
#include <stdint.h>

// Loops over plain arrays of numbers, in 32 and 64 bits.
//
// They are written in C for one reason: on x86 the compiler makes a copy of each for every width of vector unit, and
// the right one is chosen when the program starts. Swift code of the course calls them through `Scalar`.
// Nothing here uses fused multiply-add, and sums always run in the same sixteen lanes, so that every processor gives
// the same bits. Where an output may be the same array as an input, it says so.

#ifdef __cplusplus
extern "C" {
#endif

/* Attention over one sequence: how many there are of each, and how far apart the rows lie. */
typedef struct {
  size_t heads, queries, keys;
  size_t features, values;           /* of a query or key, of a value */
  size_t query_stride, key_stride, value_stride, result_stride;
  uint8_t causal; /* whether a query sees no key behind its place, when both sequences end together */
} attention_shape;

/* Which numbers share a mean and a variance: a tensor seen as [outer, groups, inner], those with one middle index. */
typedef struct {
  size_t outer, groups, inner;
} group_shape;

/* The functions that a layer may apply to its sums. */
typedef enum {
  kernel_identity,
  kernel_relu,
  kernel_tanh,
  kernel_sigmoid,
  kernel_gelu,
  kernel_gelu_tanh,
  kernel_silu,
  kernel_softplus,
} kernel_activation;

#define DECLARE_KERNELS(T, N)                                                                                          \
  /* y = eˣ; y may be x. */                                                                                            \
  void N##_exp(const T *x, T *y, size_t count);                                                                        \
  /* y = f(x); y may be x. */                                                                                          \
  void N##_activation(kernel_activation f, const T *x, T *y, size_t count);                                            \
  /* target = gradient · f′; known is y for the first four activations, x for the others; target may be either. */     \
  void N##_activation_pullback(kernel_activation f, const T *gradient, const T *known, T *target, size_t count);       \
  /* sums += bias in each row, and y = f(sums); y may be sums. For the identity y is not written. */                   \
  void N##_biased_activation(kernel_activation f, T *sums, const T *bias, size_t rows, size_t columns, T *y);          \
  /* target = gradient · f′ as above, and the sum of each of its columns. For the identity target is not written. */   \
  void N##_biased_activation_pullback(kernel_activation f, const T *gradient, const T *known, size_t rows,             \
                                      size_t columns, T *target, T *bias_sums);                                        \
  /* z = f(gate) · value; backwards gradient · value · f′(gate) and gradient · f(gate). Outputs may be inputs. */      \
  void N##_gate(kernel_activation f, const T *gate, const T *value, T *z, size_t count);                               \
  void N##_gate_pullback(kernel_activation f, const T *gradient, const T *gate, const T *value, T *gate_target,        \
                         T *value_target, size_t count);                                                               \
  /* z = a ∘ b; z may be a or b. */                                                                                    \
  void N##_add(const T *a, const T *b, T *z, size_t count);                                                            \
  void N##_subtract(const T *a, const T *b, T *z, size_t count);                                                       \
  void N##_multiply(const T *a, const T *b, T *z, size_t count);                                                       \
  void N##_divide(const T *a, const T *b, T *z, size_t count);                                                         \
  /* z = factor · a; z may be a. */                                                                                    \
  void N##_scale(const T *a, T factor, T *z, size_t count);                                                            \
  /* y[j·rows + i] = x[i·columns + j]. */                                                                              \
  void N##_transpose(const T *x, size_t rows, size_t columns, T *y);                                                   \
  /* sums[j] = Σᵢ x[i·columns + j]. */                                                                                 \
  void N##_column_sums(const T *x, size_t rows, size_t columns, T *sums);                                              \
  /* The μ and s of each group, and its scale and shift; whether max(·, 0) follows; whether μ and s are fixed numbers */\
  /* rather than the batch's own. */                                                                                   \
  typedef struct {                                                                                                     \
    const double *means, *scales;                                                                                      \
    const T *weights, *shifts;                                                                                         \
    uint8_t rectified, fixed;                                                                                          \
  } N##_normalization;                                                                                                 \
  /* The mean, the variance v and 1/√(v + ε) of each group, in double precision. */                                    \
  void N##_group_statistics(const T *x, group_shape shape, double epsilon, double *means, double *variances,           \
                            double *scales);                                                                           \
  /* y = weight · (x − μ) s + shift, rectified if so wished, plus bypass unless that is null. */                       \
  void N##_normalize_groups(N##_normalization with, const T *x, const T *bypass, group_shape shape, T *y);             \
  /* The gradients of x, of the weights and of the shifts; that of bypass is gradient itself. */                       \
  void N##_normalize_groups_pullback(N##_normalization with, const T *gradient, const T *x, group_shape shape,         \
                                     T *target, T *weight_sums, T *shift_sums);                                        \
  /* average ← average · kept + numbers · factor · taken. */                                                           \
  void N##_move_average(T *average, const double *numbers, size_t count, T kept, T taken, double factor);              \
  /* y = weight · (x − μ)/√(v + ε) + shift for each row, and its μ and 1/√(v + ε); without shifts μ is 0. */           \
  void N##_normalize_rows(const T *x, const T *weights, const T *shifts, size_t rows, size_t columns, double epsilon,  \
                          T *y, double *means, double *scales);                                                        \
  /* The gradients of x, of the weights and of the shifts; without shift_sums μ was 0. */                              \
  void N##_normalize_rows_pullback(const T *gradient, const T *x, const T *weights, const double *means,               \
                                   const double *scales, size_t rows, size_t columns, T *target, T *weight_sums,       \
                                   T *shift_sums);                                                                     \
  /* In double precision whatever T is. */                                                                             \
  double N##_sum(const T *x, size_t count);                                                                            \
  double N##_sum_of_squares(const T *x, size_t count);                                                                 \
  /* Softmax cross-entropy of one row of logits: writes softmax · scale to `probabilities`, returns ln Σ e^z. */       \
  double N##_softmax(const T *logits, T *probabilities, size_t classes, T scale);                                      \
  /* θ ← θ − η (g + λθ). */                                                                                            \
  void N##_sgd(T *weight, const T *gradient, size_t count, T learning_rate, T weight_decay);                           \
  /* V ← βV + share·(g + λθ), θ ← θ − ηV. */                                                                           \
  void N##_momentum(T *weight, const T *gradient, T *velocity, size_t count, T learning_rate, T decay, T share,        \
                    T weight_decay);                                                                                   \
  /* V ← βV + g′, θ ← θ − η(g′ + βV), g′ = g + λθ. */                                                                  \
  void N##_nesterov(T *weight, const T *gradient, T *velocity, size_t count, T learning_rate, T decay,                 \
                    T weight_decay);                                                                                   \
  /* S ← βS + (1 − β)g′², θ ← θ − ηg′/(√(cS + inside) + outside), g′ = g + λθ. */                                      \
  void N##_rmsprop(T *weight, const T *gradient, T *mean_square, size_t count, T learning_rate, T decay, T share,      \
                   T correction, T inside, T outside, T weight_decay);                                                 \
  /* The same with B ← μB + g′/(√(c(S) − centered·M² + inside) + outside), M ← βM + (1 − β)g′, θ ← θ − ηB. */          \
  void N##_rmsprop_centered(T *weight, const T *gradient, T *mean_square, T *mean, T *buffer, size_t count,            \
                            T learning_rate, T decay, T share, T correction, T inside, T outside, T centered,          \
                            T momentum, T weight_decay);                                                               \
  /* m ← β₁m + (1 − β₁)g′, v ← β₂v + (1 − β₂)g′², θ ← shrinking·θ − ηm/(√(cv + inside) + outside), g′ = g + λθ. */     \
  void N##_adam(T *weight, const T *gradient, T *mean, T *mean_square, size_t count, T learning_rate, T decay,         \
                T share, T square_decay, T square_share, T correction, T inside, T outside, T weight_decay,            \
                T shrinking);                                                                                          \
  /* Adam with v̄ ← max(v̄, v) in the place of v under the root. */                                                    \
  void N##_amsgrad(T *weight, const T *gradient, T *mean, T *mean_square, T *largest, size_t count,                    \
                   T learning_rate, T decay, T share, T square_decay, T square_share, T correction, T outside,         \
                   T weight_decay);                                                                                    \
  /* G ← G + g′², θ ← θ − ηg′/(√(G + initial) + ε). */                                                                 \
  void N##_adagrad(T *weight, const T *gradient, T *sum, size_t count, T learning_rate, T initial, T epsilon,          \
                   T weight_decay);                                                                                     \
  /* shares = softmax(scale · q kᵀ) over the keys that are seen and real (all where that is NULL), result = shares · v. \
     shares is [heads, blocks of 16 queries, keys, 16]; scratch holds 16 · features + keys · (values + 8). */                 \
  void N##_attention(attention_shape shape, T scale, const T *query, const T *key, const T *value,                     \
                     const uint8_t *real, T *shares, T *result, T *scratch);                                           \
  /* The gradients by q, k and v. scratch holds 16 · (values + keys) + (keys + 2 · queries) · (features + values + 8). */ \
  void N##_attention_pullback(attention_shape shape, T scale, const T *gradient, const T *query, const T *key,         \
                              const T *value, const T *shares, T *query_target, T *key_target, T *value_target,        \
                              T *scratch);

DECLARE_KERNELS(float, kernel_f32)
DECLARE_KERNELS(double, kernel_f64)

#undef DECLARE_KERNELS

/* A window that slides over images [channels, height, width] between `padding` zeros on each side: at a time by `stride`,
   to `columns` places from left to right. */
typedef struct {
  size_t channels, height, width, window_width, stride, padding, columns;
} kernel_window;

/* How many numbers `padded` and `matrix` below must have room for beyond their end. */
#define KERNEL_STRIP 16

#define DECLARE_IMAGE_KERNELS(T, N)                                                                                    \
  /* matrix[c, x, y mod stride, y div stride, j] = image between zeros[c, y, j·stride + x]; `padded` is room for it. */\
  void N##_unfold(const T *image, kernel_window window, T *padded, T *matrix);                                         \
  /* image = the sum of all numbers of such a matrix at the place that they were read from. */                         \
  void N##_fold(T *matrix, kernel_window window, T *padded, T *image);                                                 \
  /* The largest of each 2 × 2 numbers, side by side, and where in its plane it lies; and its gradient put there. */   \
  void N##_max_pool_2(const T *x, size_t planes, size_t height, size_t width, T *y, int32_t *places);                  \
  void N##_max_pool_pullback(const T *gradient, const int32_t *places, size_t planes, size_t count, size_t size,       \
                             T *target);

DECLARE_IMAGE_KERNELS(float, kernel_f32)
DECLARE_IMAGE_KERNELS(double, kernel_f64)

#undef DECLARE_IMAGE_KERNELS

/* y = x, rounded to what 16 bits hold (binary16, bfloat16) but kept in 32; y may be x. */
void kernel_f32_round_float16(const float *x, float *y, size_t count);
void kernel_f32_round_bfloat16(const float *x, float *y, size_t count);

/* sums[row, output] = Σ x[row, i] · weights[output, i], whole numbers whose sums fit into 32 bits. */
void kernel_i16_products(const int16_t *x, const int16_t *weights, size_t rows, size_t outputs, size_t inputs,
                         int32_t *sums);

#ifdef __cplusplus
}
#endif

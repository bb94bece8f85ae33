/// Everything that the four sets of notes contain, row by row, restated in our words.
struct NotesRow: Equatable {
  /// The note's number, a point and the row's: "1.38".
  let id: String
  /// What it is: claim, formula, figure, code, API, default, advice, definition, reference …
  let kind: String
  /// The lessons that meet it, those to come included; empty for titles, links and to-dos.
  let lessons: [Int]
  /// Whether the whole course uses it rather than one lesson.
  let isEverywhere: Bool
  /// What it says.
  let statement: String

  /// The note's number.
  var note: Int { Int(id.prefix(1)) ?? 0 }

  /// All rows in their order.
  static let all: [NotesRow] = table.split(separator: "\n").map { line in
    let fields = line.split(separator: " ¦ ", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 4 else {
      fatalError("A row of the notes has four fields, but this has \(fields.count): \(line)")
    }
    return NotesRow(
      id: fields[0], kind: fields[1], lessons: fields[2].split(separator: ", ").compactMap { Int($0) },
      isEverywhere: fields[2] == "all" || fields[2] == "README", statement: fields[3])
  }

  /// Row, kind, lessons ("–" for none), statement.
  private static let table = #"""
    1.01 ¦ definition ¦ 07 ¦ Loss exploding: the training loss grows with the iterations
    1.02 ¦ claim ¦ 07 ¦ A large learning rate makes training unstable as iterations go on
    1.03 ¦ figure ¦ 07 ¦ `training_loss_growth_for_large_learning_rate`: loss rising
    1.04 ¦ claim ¦ 11 ¦ Adam fails when the iteration number is large
    1.05 ¦ formula ¦ 03, 11 ¦ ΔW = η m̂/(√v̂ + ε), as printed without a minus
    1.06 ¦ claim ¦ 03 ¦ Adam takes momentum into account
    1.07 ¦ formula ¦ 11 ¦ β₁ⁿ and β₂ⁿ go to 0 as n grows
    1.08 ¦ claim ¦ 06, 01 ¦ ∂L/∂θ can suddenly become very large
    1.09 ¦ claim ¦ 01, 07 ¦ That leaves huge meaningless weights and an unstable loss
    1.10 ¦ formula ¦ 08, 01 ¦ Chain rule: ∂L/∂θₖ is a product over the layers
    1.11 ¦ claim ¦ 08 ¦ In a very deep network the gradient can be very small
    1.12 ¦ formula ¦ 01, 08 ¦ Update θ ← η ∂L/∂θ + θ, printed twice
    1.13 ¦ claim ¦ 08, 09 ¦ Then the weight is almost unchanged
    1.14 ¦ definition ¦ all ¦ η is the learning rate
    1.15 ¦ claim ¦ 08 ¦ Typically ∂L/∂h of the last layer is large, ∂L/∂θₖ small
    1.16 ¦ definition ¦ 07 ¦ Exploding: the update keeps growing fast
    1.17 ¦ claim ¦ 01, 07, 08, 12 ¦ Too large for float32/`double64` it overflows to nan
    1.18 ¦ claim ¦ 01, 06 ¦ Cause: a mountainous loss with abrupt cliffs raises derivatives suddenly
    1.19 ¦ claim ¦ 03, 21 ¦ Cause: momentum accumulated too strongly rushes past its nearby minimum
    1.20 ¦ claim ¦ 01 ¦ Non-linearity brings lots of abrupt cliffs
    1.21 ¦ claim ¦ 01, 08 ¦ Activations are non-linear, which is why ReLU is a remedy
    1.22 ¦ formula ¦ 08 ¦ ŷ = σ(W_l(… σ(W₂ σ(W₁x+b₁)+b₂) …)+b_l)
    1.23 ¦ formula ¦ 01 ¦ f(x) = −3.5x² + 3.5x
    1.24 ¦ claim ¦ 01 ¦ Stacked, its function space is very mountainous
    1.25 ¦ figure ¦ 01 ¦ `gradient_exploding_mountainous_space`
    1.26 ¦ formula ¦ 08 ¦ Forward pass hₖ₊₁ = σ(Wₖhₖ + bₖ)
    1.27 ¦ formula ¦ 08 ¦ Its derivative is Wₖ σ′(Wₖhₖ + bₖ)
    1.28 ¦ claim ¦ 08 ¦ Diagonalising a matrix is finding its eigenvalues
    1.29 ¦ definition ¦ 08 ¦ Eigenvalues form Λ of rank r; P is made of r eigenvectors
    1.30 ¦ formula ¦ 08 ¦ P⁻¹AP = D, AP = PΛ
    1.31 ¦ formula ¦ 08 ¦ ‖Ax‖ ≤ λ_max ‖x‖
    1.32 ¦ claim ¦ 08 ¦ The spectral radius is the greatest stretch of a length
    1.33 ¦ definition ¦ 08 ¦ Take the Jacobian between two layers for A
    1.34 ¦ claim ¦ 08 ¦ ‖A‖ describes a transform's overall length or volume
    1.35 ¦ claim ¦ 08 ¦ A product of norms quantifies the change down to a layer
    1.36 ¦ claim ¦ 10 ¦ Batch normalisation remedies vanishing and exploding gradients
    1.37 ¦ claim ¦ 10 ¦ A large batch resists extreme samples
    1.38 ¦ claim ¦ 08 ¦ Adam's adjustable rate is a remedy for vanishing gradients
    1.39 ¦ claim ¦ 09, 11, 06 ¦ … and for exploding gradients
    1.40 ¦ claim ¦ 03 ¦ Adam gives every parameter its own learning rate
    1.41 ¦ claim ¦ 10 ¦ A ResNet bypass is a remedy for vanishing gradients
    1.42 ¦ claim ¦ 08 ¦ ReLU replacing a non-linear activation is a remedy
    1.43 ¦ advice ¦ 08, 09, 10 ¦ Do not go too deep
    1.44 ¦ formula ¦ 08 ¦ Chain rule and small gradient once more
    1.45 ¦ claim ¦ 09 ¦ W₀ matters: it is where the optimizer starts
    1.46 ¦ default ¦ 09 ¦ Typically W₀ ~ N(0, 1)
    1.47 ¦ claim ¦ 09 ¦ A large variance of W₀ makes a large gradient step
    1.48 ¦ formula ¦ 09 ¦ N(0, 1/√n) is a remedy
    1.49 ¦ claim ¦ 09 ¦ n is the batch size
    1.50 ¦ claim ¦ 09 ¦ A large normal sample has a small variance anyway
    1.51 ¦ claim ¦ 09 ¦ So a small variance, 1/√n, can replace 1
    1.52 ¦ claim ¦ 01, 07 ¦ A small learning rate is a remedy for exploding gradients
    1.53 ¦ claim ¦ 06, 01 ¦ Gradient clipping is a remedy for exploding gradients
    1.54 ¦ formula ¦ 06 ¦ If ‖g‖ > t multiply g by a small ε
    1.55 ¦ claim ¦ 15 ¦ L2 regularisation is a remedy for exploding: it holds weights down
    1.56 ¦ definition ¦ 13 ¦ Overfitting is when training and validation loss diverge
    1.57 ¦ advice ¦ 13 ¦ Then keep a checkpoint of the parameters and stop
    1.58 ¦ figure ¦ 13 ¦ `overfitting_plot`
    1.59 ¦ claim ¦ 14 ¦ Dropout makes a network more robust
    1.60 ¦ default ¦ 14 ¦ Usually 10 % is cut off
    1.61 ¦ claim ¦ 14 ¦ Connections are cut: entries of a weight matrix set to 0
    1.62 ¦ definition ¦ 04 ¦ The optimizer learns θ ∈ ℝᵈ
    1.63 ¦ formula ¦ 04 ¦ J(θ) = (y − ŷ)² + λ Σθᵢᵖ
    1.64 ¦ definition ¦ 04, 07 ¦ The traditional loss is the squared error
    1.65 ¦ formula ¦ 04 ¦ L1 penalty λΣ\|θ\|, L2 penalty λΣθ²
    1.66 ¦ definition ¦ 04 ¦ Example: minimum at θ > 0, the loss steeper along θ₁
    1.67 ¦ claim ¦ 03 ¦ So the optimizer likely goes along θ₁, the steep axis
    1.68 ¦ figure ¦ 04 ¦ The regulariser drawn as (orange) contours
    1.69 ¦ claim ¦ 04 ¦ The penalty keeps both parameters close to the origin
    1.70 ¦ claim ¦ 04 ¦ The best parameters are likely small values
    1.71 ¦ claim ¦ 04 ¦ L1: the steeper θ₁ has more sway, minimum dragged to its axis
    1.72 ¦ claim ¦ 04 ¦ L1 misses θ₂ altogether: θ₂ = 0, θ₁ ≫ θ₂
    1.73 ¦ claim ¦ 04 ¦ L2 is rounded: both stay different from 0
    1.74 ¦ figure ¦ 04 ¦ `regularization_l1_vs_l2`
    1.75 ¦ API ¦ 04 ¦ L1 is λ\|θ\| by `torch.linalg.norm(param, p=1)`
    1.76 ¦ default ¦ 04 ¦ λ = 10⁻⁵
    1.77 ¦ fragment ¦ – ¦ A sentence that breaks off after “The”
    1.78 ¦ code ¦ 04 ¦ Loop: λ times the L1 norms is added to the loss
    1.79 ¦ code ¦ 04 ¦ Summed in place into a leaf that wants a gradient
    1.80 ¦ default ¦ 04 ¦ Only parameters with `weight` in their name are penalised
    1.81 ¦ code ¦ 04 ¦ `10e-5 *` the norm
    1.82 ¦ API ¦ 04 ¦ λ is what PyTorch calls `weight_decay`
    1.83 ¦ default ¦ 04 ¦ λ is often 10⁻¹⁰ η, proportional to the learning rate
    1.84 ¦ API ¦ 04 ¦ L2 is `torch.linalg.norm(param, p=2)`
    1.85 ¦ code ¦ 04 ¦ L2 loop tests a `name` that it does not bind
    1.86 ¦ code ¦ 15 ¦ The norm, not its square, is added as L2
    1.87 ¦ API ¦ 04 ¦ Without `p` the norm is Frobenius'
    1.88 ¦ claim ¦ 15 ¦ PyTorch's Adam adds decoupled decay by default when `weight_decay` ≠ 0
    1.89 ¦ code ¦ 15 ¦ `Adam(lr=1e-4, weight_decay=1e-2)`
    1.90 ¦ claim ¦ 16 ¦ CV: random crop
    1.91 ¦ claim ¦ 16 ¦ CV: random flip and rotation
    1.92 ¦ empty heading ¦ 16 ¦ “For NLP”: nothing below it
    1.93 ¦ empty heading ¦ 20 ¦ “Warmup”: nothing below it
    1.94 ¦ empty heading ¦ 37 ¦ Distillation: named in two headings, nothing said
    1.95 ¦ claim ¦ 35 ¦ Pruning drops certain weights for good
    1.96 ¦ API ¦ 35 ¦ `torch.nn.utils.prune`
    1.97 ¦ code ¦ – ¦ Device: CUDA if there is one, else CPU
    1.98 ¦ code ¦ 35, 38 ¦ LeNet: conv 6 and 16 of 5×5, dense 120-84-10
    1.99 ¦ code ¦ 35 ¦ 16·5·5 inputs to fc1, “5x5 image dimension”
    1.100 ¦ code ¦ 35 ¦ Forward: ReLU, 2×2 max-pooling, flatten
    1.101 ¦ code ¦ 35 ¦ All five weights are to be pruned, no bias
    1.102 ¦ code ¦ 35 ¦ 20 % of all by `global_unstructured`, L1Unstructured
    1.103 ¦ code ¦ 35 ¦ Comment: that removes individual neurons
    1.104 ¦ claim ¦ 36 ¦ The lottery paper proves a subnet infers like its parent
    1.105 ¦ claim ¦ 36 ¦ Winning tickets: trained alone, equal accuracy in similar iterations
    1.106 ¦ claim ¦ 36 ¦ Good initialisation achieves above 90 % compression
    1.107 ¦ claim ¦ 36 ¦ Finding a good initialisation is particularly important
    1.108 ¦ definition ¦ 35 ¦ Unstructured: individual parameters go
    1.109 ¦ definition ¦ 35 ¦ Structured: whole structures go, such as a layer
    1.110 ¦ definition ¦ 35 ¦ Local: prune layer by layer
    1.111 ¦ definition ¦ 35 ¦ Global: prune over several or all layers
    1.112 ¦ claim ¦ 39 ¦ A layer's width represents the content of the input
    1.113 ¦ claim ¦ 39 ¦ A model's depth represents its capability for non-linear transforms
    1.114 ¦ claim ¦ 35 ¦ Pruning width and depth beats pruning a single layer's neurons
    1.115 ¦ figure ¦ 35 ¦ `pruning_effectiveness`
    1.116 ¦ claim ¦ 35 ¦ ‖W‖ₚ describes the average information in a neuron
    1.117 ¦ claim ¦ 35 ¦ Insignificant neurons are weakly active, hence have small weights
    1.118 ¦ definition ¦ 35 ¦ Example: at 50 % the lowest \|w\| become 0
    1.119 ¦ figure ¦ 35 ¦ `pruning_by_weight_magnitude`
    1.120 ¦ API ¦ 35 ¦ PyTorch renames: `weight_orig`, `weight_mask`
    1.121 ¦ formula ¦ 35 ¦ W ⊙ M, with a 3×4 mask
    1.122 ¦ code ¦ 35 ¦ `l1_unstructured(nn.Linear(3, 4), …)` and its state's keys
    1.123 ¦ claim ¦ 35 ¦ L1: remove the lowest \|w\|
    1.124 ¦ API ¦ 35 ¦ `amount` counts the units that are not yet pruned
    1.125 ¦ API ¦ 35 ¦ `importance_scores=None`: other scores than magnitude
    1.126 ¦ claim ¦ 35 ¦ L2: remove the lowest w²
    1.127 ¦ API ¦ 35 ¦ `ln_structured(module, name, amount, n, dim)`
    1.128 ¦ definition ¦ 38 ¦ Quantisation: compute and store at fewer bits
    1.129 ¦ claim ¦ 38 ¦ int8 makes the model four times smaller
    1.130 ¦ claim ¦ 38 ¦ … and memory bandwidth four times less
    1.131 ¦ API ¦ 38 ¦ Just add model name and `qint8` to `quantize_dynamic`
    1.132 ¦ reference ¦ – ¦ Links to PyTorch's documentation
    1.133 ¦ definition ¦ 29 ¦ Fine-tuning adapts a large model to few samples
    1.134 ¦ definition ¦ 29, 30 ¦ From scratch: all parameters start random
    1.135 ¦ definition ¦ 29, 31 ¦ Full fine-tuning: all parameters
    1.136 ¦ default ¦ 31 ¦ Parameter-efficient: less than 10 % of parameters train
    1.137 ¦ definition ¦ 31 ¦ x ∈ ℝⁿˣᵈ, pretrained W₀ ∈ ℝᵈˣᵈ
    1.138 ¦ definition ¦ 31 ¦ A ~ N(0, σ²) ∈ ℝʳˣᵈ reduces to r
    1.139 ¦ formula ¦ 31 ¦ B = 0 ∈ ℝʳˣᵈ restores d
    1.140 ¦ claim ¦ 31 ¦ W₀ stays frozen, BᵀAᵀ is trained
    1.141 ¦ definition ¦ 31 ¦ r ≪ d
    1.142 ¦ default ¦ 31 ¦ r = 8 is typical
    1.143 ¦ claim ¦ 31 ¦ A small r reduces computation
    1.144 ¦ figure ¦ 31 ¦ `lora`
    1.145 ¦ formula ¦ 31 ¦ h = W₀ᵀx + BᵀAᵀx
    1.146 ¦ definition ¦ 31 ¦ Intrinsic dimension: fewest variables that represent the data
    1.147 ¦ claim ¦ 31 ¦ A small r still approximates well
    1.148 ¦ definition ¦ 32 ¦ Adapters are new modules between a pretrained transformer's layers
    1.149 ¦ claim ¦ 32 ¦ Down-projection is like A, up-projection like B
    1.150 ¦ claim ¦ 32 ¦ m plays the part of r
    1.151 ¦ claim ¦ 32 ¦ An adapter adds a non-linearity between A and B
    1.152 ¦ figure ¦ 32 ¦ `petl_adapter`
    1.153 ¦ definition ¦ 33 ¦ Fusion: attention over adapter outputs, query from the adapter's input
    1.154 ¦ definition ¦ 33 ¦ Groups W₀, Ψ, Φ
    1.155 ¦ claim ¦ 33 ¦ Stage 1: freeze W₀, train several adapters Ψ
    1.156 ¦ claim ¦ 33 ¦ Stage 2: freeze W₀ and Ψ, train Φ
    1.157 ¦ claim ¦ 33 ¦ Attention filters, only task-specific knowledge is stored
    1.158 ¦ figure ¦ 33 ¦ `adapter_fusion`
    1.159 ¦ empty heading ¦ 34 ¦ “Prefix-tuning”: nothing below it
    2.01 ¦ claim ¦ README ¦ Deep learning is empirical; techniques may not carry over to your case
    2.02 ¦ claim ¦ 13, 17, 30 ¦ It works well with lots of data
    2.03 ¦ formula ¦ 02 ¦ v_t = b v_{t−1} + (1 − b) θ_t
    2.04 ¦ claim ¦ 02 ¦ The lower b, the noisier
    2.05 ¦ formula ¦ 02 ¦ Written out: v₁₀₀ = 0.1·0.9⁹⁹θ₁ + …
    2.06 ¦ claim ¦ 02 ¦ At first far below the real average: a bias
    2.07 ¦ claim ¦ 02 ¦ Because then (1 − b)θ is all there is
    2.08 ¦ claim ¦ 02 ¦ Usually people do not care
    2.09 ¦ formula ¦ 02 ¦ Correct by v_t/(1 − bᵗ)
    2.10 ¦ figure ¦ 02 ¦ `adf23e10…`: average with and without correction
    2.11 ¦ claim ¦ 02 ¦ As t grows v_t goes to 1
    2.12 ¦ claim ¦ 02 ¦ Corrected and uncorrected come together
    2.13 ¦ claim ¦ 03 ¦ When gradients are low momentum amplifies, using the weight itself
    2.14 ¦ formula ¦ 03 ¦ V_dw, V_db averages; W − λV_dw, b − λV_db
    2.15 ¦ default ¦ 03, 24 ¦ β is commonly 0.9
    2.16 ¦ claim ¦ 02 ¦ Momentum is implemented without bias correction
    2.17 ¦ figure ¦ 03 ¦ `956a851f…`: descent, small and larger momentum
    2.18 ¦ figure ¦ 03 ¦ `204376e7…`: dashed gradient, solid actual dW
    2.19 ¦ claim ¦ 03 ¦ RMSProp smooths large oscillations
    2.20 ¦ definition ¦ 03 ¦ Illustration: gradient large along W, small along b
    2.21 ¦ reference ¦ 03 ¦ Hinton proposed it in a Coursera course
    2.22 ¦ figure ¦ 03 ¦ `Screenshot … 16-15-35`: zigzag damped
    2.23 ¦ formula ¦ 03 ¦ RMSProp's equations, with correction
    2.24 ¦ claim ¦ 03 ¦ Root and squares, but no mean
    2.25 ¦ default ¦ 03, 11 ¦ Add ε, typically 10⁻⁸, for small dW²
    2.26 ¦ advice ¦ 03 ¦ RMSProp is used when Adam is not
    2.27 ¦ default ¦ 03 ¦ RMSProp's typical learning rates: 10⁻³ to 10⁻²
    2.28 ¦ default ¦ 25, 15 ¦ Typical weight decay: 10⁻⁵ to 10⁻⁴
    2.29 ¦ API ¦ 03 ¦ PyTorch's RMSProp also has momentum μ
    2.30 ¦ API ¦ 03 ¦ … and weight decay on the gradient
    2.31 ¦ formula ¦ 03 ¦ dW + λ_wW; S corrected; B = μB + dW/(√S+ε); W − λB
    2.32 ¦ claim ¦ 03, 15 ¦ That decay is L2, adding −λ_w W to the update
    2.33 ¦ formula ¦ 03, 04 ¦ L + ½λ_wW², its derivative, W − λ·[gradients]·L′
    2.34 ¦ definition ¦ 03 ¦ Adam (“Adaptive Momentum”) is RMSProp and momentum together
    2.35 ¦ claim ¦ 03 ¦ It divides by the sum of squared weights
    2.36 ¦ claim ¦ 03 ¦ The correction is optional
    2.37 ¦ formula ¦ 03 ¦ Adam's moments V and S
    2.38 ¦ formula ¦ 03 ¦ ε stands under the root
    2.39 ¦ formula ¦ 03 ¦ b moves by V_dw
    2.40 ¦ default ¦ 03 ¦ β₁ 0.9, β₂ 0.999, ε 10⁻⁸
    2.41 ¦ claim ¦ 03 ¦ Usually they need no change
    2.42 ¦ claim ¦ 03 ¦ Momentum (β₁) is more valuable to tune than the rest
    2.43 ¦ claim ¦ 05 ¦ Decay is a less commonly used technique
    2.44 ¦ formula ¦ 05 ¦ α = α/(1 + rate·epoch)
    2.45 ¦ claim ¦ 05 ¦ If that is too fast: scheduled decay
    2.46 ¦ formula ¦ 05 ¦ … with int(epoch/interval)
    2.47 ¦ figure ¦ 05 ¦ `fbdae564…`: rates by epoch
    2.48 ¦ API ¦ 19 ¦ `ReduceLROnPlateau`
    2.49 ¦ API ¦ 19 ¦ `StepLR`
    2.50 ¦ API ¦ 05, 19 ¦ `ExponentialL`
    2.51 ¦ API ¦ 05 ¦ `CosineAnnealingLR`
    2.52 ¦ claim ¦ 21 ¦ Where the gradient is 0, local minima are a concern
    2.53 ¦ figure ¦ 21 ¦ `eb474c3a…`: a surface with local minima
    2.54 ¦ claim ¦ 21 ¦ In many dimensions local minima are very unlikely
    2.55 ¦ claim ¦ 21 ¦ Saddle points are met instead
    2.56 ¦ figure ¦ 21 ¦ `f853fe3c…`: a saddle, with horse
    2.57 ¦ claim ¦ 21 ¦ Momentum and Adam help off plateaus
    2.58 ¦ figure ¦ 03 ¦ `fa8ace64…`: cost of SGD
    2.59 ¦ figure ¦ 03 ¦ `ea252cc9…`: cost of SGD with momentum
    2.60 ¦ figure ¦ 03 ¦ `02b45a88…`: cost of Adam
    2.61 ¦ claim ¦ 03 ¦ At a low rate momentum makes little difference
    2.62 ¦ claim ¦ 03 ¦ Adam shows its power: some dimensions oscillate more
    2.63 ¦ claim ¦ 03 ¦ On simple data all three converge to good results
    2.64 ¦ claim ¦ 03 ¦ But Adam converges faster
    2.65 ¦ claim ¦ 03 ¦ Adam needs little memory, more than SGD and momentum
    2.66 ¦ claim ¦ 03 ¦ It works well with little tuning, except alpha
    2.67 ¦ reference ¦ 02 ¦ Adam's paper
    2.68 ¦ claim ¦ 05 ¦ With decay SGD and momentum come up to Adam
    2.69 ¦ figure ¦ 05 ¦ `6c3acf35…`: momentum with decay
    2.70 ¦ claim ¦ 06 ¦ Clip a gradient that passes a threshold to the threshold
    2.71 ¦ API ¦ 06 ¦ `np.clip(a, a_min, a_max, out=None)`
    2.72 ¦ code ¦ 06 ¦ `np.clip(a, 1, 8)` on 0 … 9
    2.73 ¦ figure ¦ 06 ¦ `cba1cc6f…`: the effect of clipping (a cliff)
    2.74 ¦ claim ¦ 20 ¦ Training a translation transformer, gradients can explode
    2.75 ¦ code ¦ 06, 12 ¦ Loop over parameters with isnan/isinf, labels exchanged
    2.76 ¦ code ¦ – ¦ A parameter's gradient is a matrix
    2.77 ¦ code ¦ 12 ¦ Print the sum of all trained parameters
    2.78 ¦ claim ¦ 06, 12 ¦ Clipping prevents the norm from becoming infinite
    2.79 ¦ code ¦ 12 ¦ GradScaler, autocast to float16, scaled loss backwards
    2.80 ¦ code ¦ 12 ¦ `unscale_` before clipping
    2.81 ¦ API ¦ 06, 12 ¦ `clip_grad_norm_(parameters, max_norm)`
    2.82 ¦ code ¦ 12 ¦ Unscaling takes gradients from float16 to float32
    2.83 ¦ code ¦ 12 ¦ If gradients are too low `update` raises the scale
    2.84 ¦ code ¦ 25 ¦ `zero_grad` before every step
    2.85 ¦ code ¦ 06 ¦ The float32 loop: backward, clip, step
    3.01 ¦ figure ¦ 22, 07 ¦ `202403242209750`: loss curves of too high, low and good rates
    3.02 ¦ claim ¦ 05 ¦ We want fast and low: change the rate during training
    3.03 ¦ definition ¦ 05 ¦ Such a method is called a schedule
    3.04 ¦ figure ¦ 05, 19 ¦ `202403242252214`: step decay and its loss
    3.05 ¦ claim ¦ 05 ¦ Lowering in steps keeps us where the loss falls fast
    3.06 ¦ claim ¦ 19 ¦ Drawback, too many knobs: first rate, factor, interval
    3.07 ¦ advice ¦ 19 ¦ Heuristic: train, find the plateau, decay where it begins
    3.08 ¦ claim ¦ 19 ¦ So tuning can be tricky
    3.09 ¦ figure ¦ 05 ¦ `202403242300067`: cosine decay
    3.10 ¦ claim ¦ 05 ¦ Cosine needs only a first and a last rate
    3.11 ¦ formula ¦ 19 ¦ Linear: a₀ t/T
    3.12 ¦ formula ¦ 19 ¦ Inverse square root: a₀/√t
    3.13 ¦ formula ¦ 05, 19 ¦ Constant: a₀
    3.14 ¦ advice ¦ 19 ¦ Do not touch the schedule at first: it comes last
    3.15 ¦ advice ¦ 05, 19 ¦ Begin with a constant rate
    3.16 ¦ claim ¦ 19 ¦ For SGD with momentum a decay may be good
    3.17 ¦ claim ¦ 05, 19 ¦ Adam and the like need no fancy schedule
    3.18 ¦ figure ¦ 22 ¦ Plot the mean training loss and its variance, to debug (`202403242324823`)
    3.19 ¦ figure ¦ 13 ¦ Watch two plots while training (`202403242327584`)
    3.20 ¦ advice ¦ 13 ¦ Stop when validation accuracy falls
    3.21 ¦ definition ¦ 24 ¦ Grid search, or random search in an interval
    3.22 ¦ claim ¦ 24 ¦ Random needs far less computation with many hyperparameters
    3.23 ¦ claim ¦ 24 ¦ Unimportant hyperparameters: random points do not repeat themselves
    3.24 ¦ figure ¦ 24 ¦ `202403242345921`: grid against random
    3.25 ¦ figure ¦ 24 ¦ Hyperparameters are correlated (`202403242353762`)
    3.26 ¦ claim ¦ 24 ¦ So tune them together, never one at a time
    3.27 ¦ claim ¦ 24 ¦ One can even descend the hypergradient
    3.28 ¦ claim ¦ 24 ¦ Not popular: it costs too much
    3.29 ¦ advice ¦ 25 ¦ Step 1: check the first loss, without weight decay
    3.30 ¦ claim ¦ 25 ¦ Its expectation can be computed: a sanity check
    3.31 ¦ advice ¦ 25 ¦ Step 2: overfit a small sample, to debug
    3.32 ¦ claim ¦ 25 ¦ There choose rate, architecture, optimizer, initialisation, at once
    3.33 ¦ claim ¦ 25 ¦ This step settles architecture, optimizer, initialisation, and roughly the rate
    3.34 ¦ advice ¦ 25 ¦ Step 3: all data, small decay, loss must drop within ~100 iterations
    3.35 ¦ default ¦ 25 ¦ Good rates to try: 1e-1, 1e-2, 1e-3, 1e-4
    3.36 ¦ claim ¦ 25 ¦ That rules out unusable rates
    3.37 ¦ advice ¦ 25 ¦ Step 4: coarse grid of rate and decay, 1–5 epochs
    3.38 ¦ default ¦ 25 ¦ Good weight decays: 1e-4, 1e-5, 0
    3.39 ¦ fragment ¦ 25 ¦ “This step …”: breaks off
    3.40 ¦ advice ¦ 25 ¦ Step 5: best models longer, 10–20 epochs, no rate decay
    3.41 ¦ figure ¦ 22 ¦ `202403251708322`: learning curves to read
    3.42 ¦ claim ¦ 22 ¦ Loss falls too slowly: rate too low
    3.43 ¦ claim ¦ 05, 22 ¦ Falls fast, then stays: too high, introduce decay
    3.44 ¦ figure ¦ 05, 22 ¦ “Weight decay” too early (`202403251721350`)
    3.45 ¦ claim ¦ 22 ¦ Both accuracies still rise, with a gap: train longer
    3.46 ¦ claim ¦ 22, 13 ¦ Training up, validation down: overfitting
    3.47 ¦ claim ¦ 22 ¦ Both rise, gap too small: underfitting
    3.48 ¦ claim ¦ 22 ¦ No good theory: there is a natural gap
    3.49 ¦ advice ¦ 25, 13 ¦ Step 7: repeat step 5 until the deadline
    3.50 ¦ figure ¦ 23 ¦ Track update/weight ratio (`202403251724490`)
    3.51 ¦ claim ¦ 18 ¦ Ensemble: train several independent models
    3.52 ¦ formula ¦ 18 ¦ Average their predicted distributions, then argmax
    3.53 ¦ claim ¦ 18 ¦ That usually gives 2 % more
    3.54 ¦ claim ¦ 18 ¦ Instead: several snapshots of one model
    3.55 ¦ figure ¦ 18 ¦ `202403251739339`: cyclic rate with snapshots
    3.56 ¦ claim ¦ 18 ¦ Polyak: test with a moving average of the parameters
    3.57 ¦ code ¦ 18 ¦ x_test = 0.995 x_test + 0.005 x
    3.58 ¦ figure ¦ 29 ¦ `202403251800359`: freeze layers, by size of data
    3.59 ¦ claim ¦ 29 ¦ Small data: freeze all, train the last layer
    3.60 ¦ claim ¦ 29 ¦ Large data: fine-tune everything
    3.61 ¦ claim ¦ 29 ¦ Trick: train as feature extractor first, then fine-tune
    3.62 ¦ claim ¦ 29 ¦ Trick: a lower learning rate, for you are tuning
    3.63 ¦ claim ¦ 29 ¦ Trick: freeze lower layers to save computation
    3.64 ¦ claim ¦ 29 ¦ Lower layers extract the coarse, common features
    3.65 ¦ figure ¦ 29 ¦ `202403251810801`: data size × similarity, four cells
    3.66 ¦ figure ¦ 34 ¦ `202403251819866`: classify, then detect; join with text; then captions
    3.67 ¦ figure ¦ 30 ¦ Left (`202403251834054`): scratch catches up, but slowly
    3.68 ¦ figure ¦ 30 ¦ Right (`202403251834902`): with few samples pretraining stays better
    3.69 ¦ claim ¦ 30 ¦ Pretraining and tuning is generally not worse than scratch
    3.70 ¦ claim ¦ 30 ¦ With plenty of data it still saves time
    3.71 ¦ claim ¦ 27 ¦ Nowadays data parallelism, usually no model parallelism
    3.72 ¦ figure ¦ 27 ¦ `202403251839738`: data parallelism
    3.73 ¦ claim ¦ 27 ¦ Because model parallelism needs much communication, data parallelism little
    3.74 ¦ claim ¦ 27 ¦ Only the final gradient has to be communicated
    3.75 ¦ fragment ¦ 27 ¦ “Large-batch learning” ends here, without a word on large batches
    4.01 ¦ heading ¦ – ¦ Tags: warm-up, scheduling
    4.02 ¦ reference ¦ 21 ¦ Talk “Do less alchemy” (NIPS)
    4.03 ¦ reference ¦ 05 ¦ Google's tuning playbook (four times)
    4.04 ¦ to-do ¦ – ¦ To do: action plan for better results
    4.05 ¦ to-do ¦ – ¦ To do: restructure all notes
    4.06 ¦ advice ¦ 26, 27 ¦ Find the best batch size; take it out of the search
    4.07 ¦ advice ¦ 28 ¦ First a much simpler approach: logistic regression
    4.08 ¦ advice ¦ 24 ¦ Allow certain hyperparameters to stay fixed
    4.09 ¦ to-do ¦ – ¦ To do: add a scheduler
    4.10 ¦ to-do ¦ – ¦ To do: decide on an optimizer
    4.11 ¦ to-do ¦ – ¦ To do: complete the evaluation pipeline
    4.12 ¦ to-do ¦ – ¦ Write on the general idea of tuning
    4.13 ¦ advice ¦ 24 ¦ Separate exploration from exploitation, with structure
    4.14 ¦ advice ¦ 28 ¦ Set up a simple baseline
    4.15 ¦ claim ¦ 24 ¦ Quasi-random search while exploring
    4.16 ¦ claim ¦ 24 ¦ Bayesian search while exploiting
    4.17 ¦ advice ¦ 24 ¦ Isolate one hyperparameter at a time; mind the nuisance ones
    4.18 ¦ claim ¦ 13 ¦ Retraining the best model could make sense
    4.19 ¦ advice ¦ – ¦ Keep it simple, add complexity step by step, visibly
    4.20 ¦ fragment ¦ – ¦ Possible steps: tbd, tbd
    4.21 ¦ advice ¦ 26 ¦ Estimate the largest batch early: much depends on it
    4.22 ¦ reference ¦ 26 ¦ toma: find the batch that fits by trying
    4.23 ¦ advice ¦ 26 ¦ Blog: find it with dummy data
    4.24 ¦ definition ¦ 26, 27 ¦ Effective batch size over several GPUs (Popel, p. 46)
    4.25 ¦ claim ¦ 26 ¦ Say why complete batches are wanted
    4.26 ¦ reference ¦ 26 ¦ Smart batching: why we pad
    4.27 ¦ claim ¦ 27 ¦ Same total batch: same results on several GPUs
    4.28 ¦ reference ¦ 27 ¦ Cites Pöppe's VPIN paper for that, twice
    4.29 ¦ reference ¦ 23 ¦ Advanced experiment tracking
    4.30 ¦ API ¦ 23 ¦ `wandb.watch(model, criterion, log="all", log_freq=10)`
    4.31 ¦ code ¦ 23 ¦ `wandb.log` of epoch and loss, every 25 batches
    4.32 ¦ reference ¦ 23 ¦ Blog: debug with gradients and visualisations
    4.33 ¦ claim ¦ 17 ¦ Mind the double descent
    4.34 ¦ advice ¦ 19 ¦ Lower the rate when the model stagnates
    4.35 ¦ advice ¦ 05, 22 ¦ … but do not start too low
    4.36 ¦ API ¦ 19 ¦ Try cyclic rates (`CyclicLR`)
    4.37 ¦ reference ¦ 19 ¦ Cycling: SGDR and Smith
    4.38 ¦ reference ¦ 20 ¦ Intuition for warm-up (Stack Overflow, twice)
    4.39 ¦ claim ¦ 27 ¦ Over several GPUs the rate may need adjusting
    4.40 ¦ claim ¦ 20 ¦ Warm up post-LN transformers
    4.41 ¦ claim ¦ 20, 27 ¦ … and maybe others
    4.42 ¦ reference ¦ 20 ¦ Warm-up intuition from Adam's variance (Liu)
    4.43 ¦ reference ¦ 26 ¦ Shuffling for stochastic descent (LeCun)
    4.44 ¦ advice ¦ 26 ¦ Shuffle in memory if samples are correlated (twice)
    4.45 ¦ advice ¦ – ¦ Classical algorithms as sklearn classifiers, for reuse
    4.46 ¦ claim ¦ 28 ¦ Logistic regression or boosted trees suit tabular data
    4.47 ¦ reference ¦ – ¦ Grauer's paper as a baseline
    4.48 ¦ advice ¦ 28 ¦ A plain dense network as baseline and sanity check
    4.49 ¦ claim ¦ 28 ¦ TabTransformer collapses to such a network
    4.50 ¦ advice ¦ 28 ¦ Discuss over- and underfitting of boosting, and measures
    4.51 ¦ advice ¦ 28 ¦ Use early stopping
    4.52 ¦ advice ¦ 28 ¦ Use sample weighting (for the trees)
    4.53 ¦ claim ¦ 28, 20 ¦ Transformers are harder to train than boosting
    4.54 ¦ reference ¦ 20 ¦ Training them is non-trivial (Liu 2020)
    4.55 ¦ claim ¦ 28 ¦ Regularised nets: gains very pronounced, highly significant (Kadra)
    4.56 ¦ advice ¦ 28 ¦ Discuss which regularisation, and why
    4.57 ¦ claim ¦ 25 ¦ Tricks such as schedules improve vision nets (He's bag)
    4.58 ¦ reference ¦ 24 ¦ Regularisation learning networks for tabular data (Shavitt)
    4.59 ¦ reference ¦ 39 ¦ Other activations: GLU variants (Shazeer)
    4.60 ¦ reference ¦ – ¦ Search space taken from TabTransformer and Gorishniy
    4.61 ¦ advice ¦ 24 ¦ Make sure the optimum is not on a border
    4.62 ¦ reference ¦ 20 ¦ Pre-norm, post-norm and warm-up (Xiong)
    4.63 ¦ claim ¦ 20 ¦ Post-norm is outdated, being fragile
    4.64 ¦ claim ¦ 20 ¦ Diverged? Clip, or more warm-up steps (Popel)
    4.65 ¦ default ¦ 15 ¦ Weight decay 0.1 for a little regularisation (Loshchilov)
    4.66 ¦ reference ¦ 20 ¦ The compute cost of transformers (Ivanov)
    4.67 ¦ reference ¦ – ¦ Borealis tutorial on training transformers
    4.68 ¦ reference ¦ 20 ¦ Perhaps RoBERTa's and Liu's tips
    4.69 ¦ definition ¦ 20 ¦ Warm-up: the rate rises from 0 to its value
    4.70 ¦ claim ¦ 20 ¦ Without it a deep transformer may diverge, or do much worse
    4.71 ¦ reference ¦ 29 ¦ Good ranges for fine-tuning BERT
    4.72 ¦ claim ¦ 40 ¦ Adversarial weight perturbation
    4.73 ¦ claim ¦ 18 ¦ Stochastic weight averaging
    4.74 ¦ API ¦ 28 ¦ Weigh samples: `BCEWithLogitsLoss`
    4.75 ¦ figure ¦ 20 ¦ `visualization_of_bleu_over_time`
    4.76 ¦ figure ¦ 27 ¦ `bleu_no_of_gpus`
    4.77 ¦ figure ¦ 23 ¦ Visualise model parameters (`viz-model-params`, GPT-3)
    """#
}

import Notebook

/// A slip of the notes that no claim decides: a misprint, a slip of code, or one that a page corrects in passing.
struct Slip {
  let place: NoteCorrection
  /// What the notes say, in our words.
  let says: String
  /// The lesson that uses the right form; it may be one to come.
  let lesson: Int

  private init(
    _ id: String, _ severity: Correction.Severity, note: Int, _ section: String, lesson: Int, says: String,
    itIs: String
  ) {
    place = NoteCorrection(note: note, section: section, correction: Correction(id, severity, itIs))
    (self.says, self.lesson) = (says, lesson)
  }

  /// All of them, in the order of the notes.
  static let all = [
    Slip(
      "C2", .wrong, note: 1, "Phenomena and Definitions", lesson: 1,
      says: "A step adds η times the gradient to the parameter (printed twice).",
      itIs: "A descent takes it off: θ ← θ − η ∂L/∂θ."),
    Slip(
      "C6", .wrong, note: 1, "Reasons", lesson: 8,
      says: "The derivative of a layer σ(Wh + b) is W times the slopes.",
      itIs: "The slopes times W: diag(σ′(z)) W, each slope multiplies a row."),
    Slip(
      "C7", .wrong, note: 1, "Reasons", lesson: 8,
      says: "Finding the eigenvalues of a matrix is diagonalising it.",
      itIs: "That needs n independent eigenvectors too, and [[½, 10], [0, ½]] has one."),
    Slip(
      "C8", .wrong, note: 1, "Reasons", lesson: 8,
      says: "The largest eigenvalue bounds how far a matrix stretches a vector.",
      itIs: "The largest singular value does; for [[0, 10], [0, 0]] they are 0 and 10."),
    Slip(
      "C15", .misprint, note: 1, "Regularization", lesson: 4,
      says: "The penalty is λ Σθᵢᵖ, for p = 1 as well (the line below has |θᵢ|).",
      itIs: "λ Σ|θᵢ|ᵖ: without the absolute value p = 1 has no lower end."),
    Slip(
      "C16", .wrong, note: 1, "PyTorch Implementation", lesson: 4,
      says: "The L1 norm of a parameter is `torch.linalg.norm` with `p=1`.",
      itIs: "There is no `p`; with `ord=1` a matrix has its largest column sum, not Σ|w|. Use `param.abs().sum()`."),
    Slip(
      "C17", .wrong, note: 1, "PyTorch Implementation", lesson: 4,
      says: "The L2 penalty of a parameter is `torch.linalg.norm` with `p=2`.",
      itIs: "With `ord=2` a matrix has its largest singular value, not squared. Use `param.pow(2).sum()`."),
    Slip(
      "C18", .misprint, note: 1, "PyTorch Implementation", lesson: 4,
      says: "The penalty is summed in place into a leaf that wants a gradient.",
      itIs: "PyTorch refuses to change such a leaf in place: start from a plain zero."),
    Slip(
      "C19", .misprint, note: 1, "PyTorch Implementation", lesson: 4,
      says: "The second loop tests a name that it never binds.",
      itIs: "It fails, or takes a stale value: loop over `named_parameters()`."),
    Slip(
      "C20", .misprint, note: 1, "PyTorch Implementation", lesson: 4,
      says: "λ is 10⁻⁵, beside `10e-5` in the code.", itIs: "`10e-5` is 10⁻⁴."),
    Slip(
      "C21", .wrong, note: 1, "PyTorch Implementation", lesson: 4,
      says: "The strength of L1 is what PyTorch calls `weight_decay`.",
      itIs: "That is L2 with a factor of ½: λ Σθ² is a weight decay of 2λ."),
    Slip(
      "C22", .wrong, note: 1, "PyTorch Implementation", lesson: 4,
      says: "λ is often 10⁻¹⁰ times the learning rate.",
      itIs:
        "There is no such custom; at that size a penalty does less to a Float32 weight than rounding. Usual are 10⁻⁴ to 10⁻¹."
    ),
    Slip(
      "C25", .imprecise, note: 1, "Pruning/Distillation", lesson: 35,
      says: "The call with `L1Unstructured` removes individual neurons.",
      itIs: "It masks single weights, wherever they are."),
    Slip(
      "C28", .wrong, note: 1, "Pruning Methods: By L1, Ln Norms", lesson: 35,
      says: "By the L2 norm the weights with the lowest w² go, with `ln_structured`.",
      itIs: "Squares rank as |w| does, and that call masks whole rows or columns, by their norms."),
    Slip(
      "C29", .imprecise, note: 1, "Unstructured vs Structured Pruning", lesson: 35,
      says: "What goes in structured pruning is a structure such as a whole layer.",
      itIs: "Usually it is units, filters or attention heads."),
    Slip(
      "C30", .misprint, note: 1, "Pruning Methods: By L1, Ln Norms", lesson: 35,
      says: "The mask of `nn.Linear(3, 4)` has 3 rows and 4 columns.", itIs: "Its weight, and so its mask, is 4 × 3."),
    Slip(
      "C32", .wrong, note: 1, "LoRA: Low-Rank Adaptation of Large Language Models", lesson: 31,
      says: "B, which starts at zero, is r × d.", itIs: "It is d × r, as BA must be d × d."),
    Slip(
      "C67", .wrong, note: 1, "Loss Exploding", lesson: 3,
      says: "Adam's step is η m̂/(√v̂ + ε), with a plus.",
      itIs: "With a minus: the step goes against the average (as C2)."),
    Slip(
      "C72", .misprint, note: 1, "Pruning/Distillation", lesson: 35,
      says: "LeNet's first dense layer takes 16 maps of a “5x5 image”.",
      itIs: "5 × 5 is the last feature map of a 32 × 32 image; 28 × 28 pixels, as in MNIST, leave 4 × 4."),
    Slip(
      "C73", .imprecise, note: 1, "Reasons", lesson: 8,
      says: "The matrix of eigenvectors has as many columns as the matrix has rank.",
      itIs: "It needs n columns; the rank counts the eigenvalues that are not 0 (of a matrix that can be diagonalised)."
    ),
    Slip(
      "C37", .imprecise, note: 2, "Technique 2 - Gradient Descent With Momentum", lesson: 3,
      says: "Momentum takes the weight itself into account.", itIs: "It takes past gradients into account."),
    Slip(
      "C39", .imprecise, note: 2, "Technique 3 - RMSProp", lesson: 3,
      says: "RMSProp has “root mean square” in its name, but no mean.", itIs: "The running average is the mean."),
    Slip(
      "C40", .wrong, note: 2, "PyTorch Implementation", lesson: 3,
      says: "PyTorch's RMSProp corrects the bias of its average.",
      itIs: "It does not: with α = 0.99 the first step is ten learning rates long."),
    Slip(
      "C41", .misprint, note: 2, "PyTorch Implementation", lesson: 3,
      says: "The last line of the update with weight decay multiplies the gradient by it.",
      itIs: "It is added, as the lines before say: dW + λ_w W; RMSProp then divides both by √S."),
    Slip(
      "C42", .wrong, note: 2, "Technique 4 - Adam", lesson: 3,
      says: "Adam is short for adaptive momentum estimation, and divides by squared weights.",
      itIs: "Adaptive *moment* estimation; it divides by the root of averaged squared gradients."),
    Slip(
      "C43", .misprint, note: 2, "Technique 4 - Adam", lesson: 3,
      says: "The bias is moved by the momentum of the weight.", itIs: "By its own."),
    Slip(
      "C44", .imprecise, note: 2, "Technique 4 - Adam", lesson: 3,
      says: "ε stands under the root.",
      itIs: "In the paper and in PyTorch beside it: under the root 10⁻⁸ is a floor of 10⁻⁴."),
    Slip(
      "C68", .imprecise, note: 2, "Technique 4 - Adam", lesson: 3,
      says: "ε stands under the root in Adam, but beside it in RMSProp and in note 1.",
      itIs: "The notes contradict each other; beside it is right (C44)."),
    Slip(
      "C71", .imprecise, note: 2, "PyTorch Implementation", lesson: 3,
      says: "Weight decay adds −λ_w W to the update.",
      itIs: "−λ λ_w W: the learning rate multiplies it too (beside C41)."),
    Slip(
      "C46", .misprint, note: 2, "Technique 5 - Learning Rate Decay", lesson: 5,
      says: "α = α/(1 + decay · epoch), with one α on both sides.",
      itIs: "α₀ on the right: what is decayed again at each epoch falls like a factorial."),
    Slip(
      "C47", .wrong, note: 2, "Technique 5 - Learning Rate Decay", lesson: 5,
      says: "Learning-rate decay is one of the less common techniques.",
      itIs: "It is standard practice; the tuning playbook is sure that having some schedule matters."),
    Slip(
      "C48", .misprint, note: 2, "PyTorch Learning Rate Adjustments", lesson: 5,
      says: "`ExponentialL` is one of PyTorch's schedulers.", itIs: "`ExponentialLR`."),
    Slip(
      "C51", .misprint, note: 2, "Gradient Clipping Code", lesson: 12,
      says: "The check prints “inf” for nan, and “nan” for inf.", itIs: "The two labels are exchanged."),
    Slip(
      "C52", .imprecise, note: 2, "Gradient Clipping", lesson: 6,
      says: "Clipping by value is shown with NumPy's own example, `np.clip(a, 1, 8)` on 0 … 9.",
      itIs: "For gradients the bounds are −t and t: 1 and 8 would turn −5 into 1."),
    Slip(
      "C55", .wrong, note: 2, "Gradient Clipping Code", lesson: 12,
      says: "Unscaling casts gradients from float16 to float32.",
      itIs: "It divides by the scale; the gradient of a Float32 weight is Float32 all along."),
    Slip(
      "C57", .misprint, note: 3, "Step 6: Look at learning curves", lesson: 5,
      says: "*Weight* decay that comes too early shows in the learning curve.", itIs: "*Learning-rate* decay is meant."),
    Slip(
      "C56", .wrong, note: 3, "Cosine Decay", lesson: 19,
      says: "Linear decay is a₀ t/T.", itIs: "That rises from 0: a₀ (1 − t/T)."),
    Slip(
      "C59", .imprecise, note: 3, "Cosine Decay", lesson: 19,
      says: "Cosine decay needs a first and a last rate.", itIs: "It needs the number of steps as well."),
    Slip(
      "C74", .imprecise, note: 3, "Cosine Decay", lesson: 19,
      says: "The inverse-square-root schedule is a₀/√t.", itIs: "At t = 0 that has no value: a₀/√(t + 1), or t from 1."),
    Slip(
      "C69", .misprint, note: 4, "Batch size", lesson: 27,
      says: "For batch size and learning rate on several GPUs a paper on VPIN is cited.",
      itIs: "Popel & Bojar 2018 must be meant, which the notes cite rightly elsewhere."),
  ]
}

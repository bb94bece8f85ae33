extension LessonCard {
  /// The course's table of contents, in order: one row a lesson, for the lesson's page, for links and for `Course`.
  ///
  /// A row's title gives the folder names: "EWMA bias correction" is `Lessons/02-EWMABiasCorrection` and
  /// `plots/02-ewma-bias-correction`. The table of targets in Package.swift has the same rows (a test compares them).
  public static let contents: [LessonCard] = [
    LessonCard(
      number: 1, title: "Stacked quadratic cliffs",
      question: "Why does the gradient of a deep stack explode in one place and vanish in the next?"),
    LessonCard(
      number: 2, title: "EWMA bias correction",
      question: "Why does a running average start too low, and when is it worth correcting?"),
    LessonCard(
      number: 3, title: "Optimizer comparison",
      question: "What do momentum, RMSProp and Adam each repair, and is Adam really better?"),
    LessonCard(
      number: 4, title: "L1 versus L2 contours",
      question: "Why does an L1 penalty set weights to exactly zero while L2 never does?"),
    LessonCard(
      number: 5, title: "Learning-rate decay",
      question: "What does lowering the learning rate change, and when does it decide the outcome?"),
    LessonCard(
      number: 6, title: "Clipping effects",
      question: "What saves a run that meets a cliff: the way of clipping, or the threshold?"),
    LessonCard(
      number: 7, title: "Exploding loss",
      question: "When does the loss explode, and how do you choose a learning rate that trains?"),
    LessonCard(
      number: 8, title: "Gradients through depth",
      question: "What makes a gradient vanish or explode on its way through many layers?"),
    LessonCard(
      number: 9, title: "Weight initialisation",
      question: "How large should the first weights be, and what does a wrong size cost?"),
    LessonCard(
      number: 10, title: "Batch normalisation and the bypass",
      question: "What lets a network of forty layers train: normalisation, a bypass, or both?"),
    LessonCard(
      number: 11, title: "Adam in the long run",
      question: "Does Adam fail after many steps, and is its bias correction to blame?"),
    LessonCard(
      number: 12, title: "NaN hunting and mixed precision",
      question: "Where does the first nan come from, and what keeps training in 16 bits alive?"),
    LessonCard(
      number: 13, title: "Early stopping",
      question: "When should training stop, and which weights should one keep?"),
    LessonCard(
      number: 14, title: "Dropout",
      question: "Training with a part of the network missing: what does it do to the weights, and when does it help?"),
    LessonCard(
      number: 15, title: "Weight decay is not L2",
      question: "When is shrinking the weights the same as penalising their squares, and when not?"),
    LessonCard(
      number: 16, title: "Data augmentation",
      question: "When does a distorted copy count as new data?"),
    LessonCard(
      number: 17, title: "Double descent",
      question: "Why does a model get worse as it grows, and then better than it ever was?"),
    LessonCard(
      number: 18, title: "Ensembles and averages",
      question: "What is gained by averaging several networks, or the weights of one, and when is nothing gained?"),
    LessonCard(
      number: 19, title: "Learning-rate schedules",
      question: "Along which curve should the learning rate come down, and how much does the curve matter?"),
    LessonCard(
      number: 20, title: "Warm-up and the transformer",
      question: "Why does a transformer need a slow start, and what else would do?"),
    LessonCard(
      number: 21, title: "Local minima and saddle points",
      question: "Where the gradient is zero, is it a minimum or a saddle, and what gets training away?"),
    LessonCard(
      number: 22, title: "Reading learning curves",
      question: "What do the curves of a run say about its illness, and what can they not say?"),
    LessonCard(
      number: 23, title: "Watching gradients and weights",
      question: "Which numbers from inside a network say whether it is learning, and which only seem to?"),
    LessonCard(
      number: 24, title: "Hyperparameter search",
      question: "How do you find good hyperparameters with a few dozen trials?"),
    LessonCard(
      number: 25, title: "The seven-step recipe",
      question: "Which mistakes does each step of a recipe for training find, and which steps earn their time?"),
    LessonCard(
      number: 26, title: "Batches",
      question: "What must be in a batch, in which order should batches come, and how large can they be?"),
    LessonCard(
      number: 27, title: "Large batches and data parallelism",
      question: "When do several workers train the same network as one, and what does their larger batch buy?"),
    LessonCard(
      number: 28, title: "Baselines and sample weights",
      question: "What must a network beat to be worth training, and what does a weight on some samples change?"),
    LessonCard(
      number: 29, title: "Transfer learning",
      question: "How much of a trained network should be changed for a new task, and how boldly?"),
    LessonCard(
      number: 30, title: "Is pre-training a must?",
      question: "Does a network that starts from nothing catch up with a pre-trained one, and does the head start pay?"),
    LessonCard(
      number: 31, title: "LoRA",
      question: "How can a network be fine-tuned by training a few percent of its numbers, and what is lost?"),
    LessonCard(
      number: 32, title: "Adapters",
      question: "What can a small module between frozen layers learn, and does it need a bend of its own?"),
    LessonCard(
      number: 33, title: "Adapter fusion",
      question: "Several adapters are there, and nobody says which one fits: can a few words tell?"),
    LessonCard(
      number: 34, title: "Prefix-tuning",
      question: "How do you steer a network without changing any of its weights?"),
    LessonCard(
      number: 35, title: "Pruning",
      question: "How much of a network can go, which weights should go, and does it get any smaller?"),
    LessonCard(
      number: 36, title: "The lottery ticket",
      question: "A trained network can lose most of its weights: could the few that stay have been trained alone?"),
    LessonCard(
      number: 37, title: "Distillation",
      question: "What can a small network learn from a large one's answers that no label tells it?"),
    LessonCard(
      number: 38, title: "Quantisation",
      question: "How few bits does a trained weight need, and what breaks first when it has too few?"),
    LessonCard(
      number: 39, title: "Activation functions and gates",
      question: "What can GELU, SiLU and gated units do that ReLU cannot, and when does it matter?"),
    LessonCard(
      number: 40, title: "Flat minima",
      question: "Do flat minima generalise better, and what does a method gain that looks for them?"),
  ]
}

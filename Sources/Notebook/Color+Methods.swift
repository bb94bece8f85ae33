import Gnuplot

/// The same method has the same colour in every lesson.
extension Color {
  /// Blue: plain gradient descent.
  public static let gradientDescent = Color.blue
  /// Vermilion: momentum.
  public static let momentum = Color.vermilion
  /// Green: Adam.
  public static let adam = Color.green
  /// Purple: RMSProp.
  public static let rmsProp = Color.purple
  /// Orange: Nesterov's momentum.
  public static let nesterov = Color.orange
}

/// Stops the program with a message unless a condition holds.
///
/// Takes the place of the standard library's function of the same name, which in optimised code stops without a word.
@inline(__always)
package func precondition(
  _ condition: Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) {
  if !condition { fatalError(message(), file: file, line: line) }
}

/// Stops the program with a message, in optimised code too.
package func preconditionFailure(
  _ message: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) -> Never {
  fatalError(message(), file: file, line: line)
}

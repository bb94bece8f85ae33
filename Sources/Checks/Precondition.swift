// The standard library's functions of the same names stop optimised code without a word; these say what was wrong.

/// Stops the program with a message unless a condition holds.
@inlinable @inline(__always)
package func precondition(
  _ condition: Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) {
  if !condition { fatalError(message(), file: file, line: line) }
}

/// Stops the program with a message.
@inlinable
package func preconditionFailure(
  _ message: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) -> Never {
  fatalError(message(), file: file, line: line)
}

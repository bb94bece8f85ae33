import Gnuplot

/// Why a file or folder could not be written, in one line.
package struct OutputError: Error, CustomStringConvertible, Equatable {
  /// The line.
  package let description: String

  package init(_ description: String) { self.description = description }
}

/// A folder that files are written to, each whole or not at all.
package struct OutputFolder {
  package let path: String

  /// Makes the folder with all that lead to it, and makes sure that files can be written there.
  ///
  /// - Throws: `FigureError` with the operating system's reason.
  package init(making path: String) throws(FigureError) {
    self.path = path
    try Files.makeFolder(path)
  }

  /// Writes a file under a temporary name and renames it.
  ///
  /// - Throws: `FigureError` with the operating system's reason.
  package func write(_ text: String, to name: String) throws(FigureError) {
    try Self.replace("\(path)/\(name)", with: text)
  }

  /// Writes a file anywhere, in the same way.
  package static func replace(_ path: String, with text: String) throws(FigureError) {
    try Files.write(Array(text.utf8), to: path)
  }
}

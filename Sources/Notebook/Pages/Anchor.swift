/// The anchor that GitHub gives a heading: lower case, hyphens for blanks, no other punctuation.
package func anchor(of heading: String) -> String {
  let text = Inline.parse(heading).plain.lowercased()
  return String(
    text.compactMap { character in
      switch character {
      case " ", "-": "-"
      case "_": "_"
      case _ where character.isLetter || character.isNumber: character
      default: nil
      }
    })
}

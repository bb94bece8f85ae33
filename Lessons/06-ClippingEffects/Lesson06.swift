@main struct Lesson06 { static func main() { print("Lesson 06") } }

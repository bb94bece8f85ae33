@main struct Lesson04 { static func main() { print("Lesson 04") } }

@main struct Lesson02 { static func main() { print("Lesson 02") } }

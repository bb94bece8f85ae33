@main struct Lesson03 { static func main() { print("Lesson 03") } }

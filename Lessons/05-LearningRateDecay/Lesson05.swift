@main struct Lesson05 { static func main() { print("Lesson 05") } }

@main struct Lesson01 { static func main() { print("Lesson 01") } }

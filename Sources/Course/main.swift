print("Course")

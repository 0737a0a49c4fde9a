"""Who belongs to a child, who is open to the child, and how anybody may safely be reached: each as somebody said."""

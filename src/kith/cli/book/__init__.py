"""What the policy book is made of beside the rules themselves: each rule's own tests, as stories told twice."""

"""The station of people: who is expected, who is at the door, what each agreed to."""

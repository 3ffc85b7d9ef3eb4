"""The station of boards: a question, its notes as a list or a wall, and the bar that captures."""

"""How the window looks: colours, sizes, fonts and signs, in light, dark and high contrast."""

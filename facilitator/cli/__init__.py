"""The command line: what the window does, by the same Changes. A module for each verb or small group of them."""

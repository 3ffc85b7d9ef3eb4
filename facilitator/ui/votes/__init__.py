"""The station of votes: preparing one, counting it in, and what it came to."""

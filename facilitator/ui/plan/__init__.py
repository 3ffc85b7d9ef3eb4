"""The station of the plan: sessions and their timed blocks."""

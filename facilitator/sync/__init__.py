"""Laptops that were apart and come back together: merging files, and carrying them safely."""

"""The documents we print, from plain values to pages."""

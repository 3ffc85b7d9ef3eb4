"""The station of prototypes: what was tried, what people said of it, and what was decided."""

"""Typed questions to a workshop, answered as plain frozen values."""

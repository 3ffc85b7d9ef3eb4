"""Facilitator: run co-design workshops on one laptop, without a network."""

__version__ = "0.1.0"

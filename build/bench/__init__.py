"""Benches: each module here has `run() -> Iterator[dict[str, object]]` and measures one thing, a row at a time."""

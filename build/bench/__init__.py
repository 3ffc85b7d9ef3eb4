"""Benches: every module here with a function `run() -> Iterator[dict[str, object]]` measures one thing, a row at a time."""

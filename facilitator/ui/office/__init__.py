"""The office's own page: the archive in which the workshops that come back on sticks are kept together."""

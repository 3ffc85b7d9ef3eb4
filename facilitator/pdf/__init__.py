"""Paper out: shaped text in every script, and the documents a workshop prints."""

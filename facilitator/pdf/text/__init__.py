"""The text engine: from what people wrote to glyphs on a page, in any script and direction."""

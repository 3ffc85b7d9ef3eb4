"""The page before a workshop is open: begin, open, go on with a recent one."""

"""The station of print: what goes on paper, the pages as they will be, and the printer."""

"""Our own words in other languages: the catalogues that come with the app, and what a colleague put right in them."""

"""What each thing on a page is, for those who do not see it: the structure of tagged PDF (ISO 14289-1)."""

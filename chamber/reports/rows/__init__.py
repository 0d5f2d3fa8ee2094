"""Reports to rows and back, and what is looked up in them."""

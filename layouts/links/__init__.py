"""Every address of the product: the one list of pages, and what may be chosen in them."""

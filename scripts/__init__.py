"""Programs for who builds and looks after the product."""

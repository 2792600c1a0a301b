"""What pages say alike: words from the catalogs, and small phrases made of them."""

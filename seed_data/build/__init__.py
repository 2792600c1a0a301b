"""Makes the compact files of `seed_data/` from a folder of publishers' files."""

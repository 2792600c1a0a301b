"""What each `klimat` command does."""

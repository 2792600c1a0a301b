"""What is worked out when rows come in, and stored, so that no page waits for it."""

"""What the parties promised, reported and decided, and how fresh the news is (RULES §6)."""

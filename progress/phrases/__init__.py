"""Rules put into words: figures, the lead, a sentence for each verdict (RULES §5)."""

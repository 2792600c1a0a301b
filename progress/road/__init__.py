"""The road to a goal: a reader's own pace, measures as levers, and what is left (RULES §7)."""

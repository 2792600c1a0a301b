"""Goals held against series: needed, done, their distance and the verdict (RULES §2–§5)."""

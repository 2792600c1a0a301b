"""What people signed in may do: see their owners' drafts, load, publish, correct, write notes."""

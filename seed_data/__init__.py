"""Real figures in compact files, and the code that made them from the publishers' files."""

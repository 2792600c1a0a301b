"""What answers the browser: parse, ask, hand on."""

"""Pages as pure functions: an address and answers in, a component tree out."""

"""What stands round every page: the document, the shell, the site, the picture that is shared."""

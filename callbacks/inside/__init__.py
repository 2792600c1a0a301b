"""The inside pages: signing in, seeing one's own drafts, publishing them. Off until it is set up.

With no settings nothing here is loaded, no route exists and no cookie is ever set.
"""

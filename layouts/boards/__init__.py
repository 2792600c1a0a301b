"""Boards: pages that are worked in. One tree of Dash components, rendered twice.

`to_html` writes the tree's static twin into the first response; in the browser Dash renders the
same tree beside it and takes its place (`assets/board.js`).
"""

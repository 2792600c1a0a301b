"""Files of pages: each page's own, its charts, tables and picture, and charts in frames.

All are answered in one way (`flow`): what the address says, whether the reader has the file
already, then the file or in plain words why there is none. A page's own files are named in the
list of pages (`layouts.links.routes`) by the functions in this package that make them.
"""

"""One chart description, many renderings: light SVG, plotly figure, table."""

"""Questions in plain words, answered from the open data: a read-only server of tools (MCP)."""

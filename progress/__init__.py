"""The rules of follow-up as pure functions: no SQL, no Dash, no clock."""

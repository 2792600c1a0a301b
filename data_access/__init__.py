"""The only place that knows SQL: tables, migrations, questions, imports, exports, commands."""

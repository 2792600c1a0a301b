"""The only place that knows SQL: tables, migrations, questions, imports, releases, the command line."""

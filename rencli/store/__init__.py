"""The only place with a session or SQL: open, transaction, migrations, change log."""

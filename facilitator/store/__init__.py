"""The file: engine, pragmas, lock, migrations, backup and the change log."""

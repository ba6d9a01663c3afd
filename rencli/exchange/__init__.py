"""Import and export: record files in and out."""

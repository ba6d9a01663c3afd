"""What may be counted: one catalogue of figures, each with formula, value and the records behind it."""

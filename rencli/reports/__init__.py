"""Reports: a manifest and a template each; figures and prose put together."""

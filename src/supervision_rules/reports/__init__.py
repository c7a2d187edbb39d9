"""Renderers: the same diagnostics, findings and explanations as text or as JSON."""

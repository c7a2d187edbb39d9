"""Declarative rules for Chinese government supervision (政府督查)."""

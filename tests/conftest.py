"""How much the generated tests try: little and always the same on every run, much and at random on demand."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "quick", max_examples=15, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.register_profile("deep", max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

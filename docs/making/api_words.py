"""The words of the page on the API that the source does not have: ``api_words.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from supervision_rules.catalogue import Lang


@cache
def api_words() -> Mapping[str, Mapping[Lang, str]]:
    """By the key of a name, a parameter, a field or an error: its Chinese, and its English if it has no docstring."""
    return MappingProxyType(yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")))

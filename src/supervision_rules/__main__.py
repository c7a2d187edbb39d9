"""``python -m supervision_rules``: the working folder leaves the path first, so that nothing in it is imported."""

from __future__ import annotations

import os
import sys

sys.path[:] = [folder for folder in sys.path if folder and os.path.abspath(folder) != os.getcwd()]  # noqa: PTH100, PTH109

from supervision_rules.cli.main import main  # noqa: E402 - after the path has been cleared

if __name__ == "__main__":
    raise SystemExit(main())

"""The language of packs: what may be written, and how its texts are bound to records."""

"""The rules of the shipped packs as a competent person writes them by hand, from the documents and the readings taken.

Each module is named like its pack and offers ``RULES``, the ids of the rules that it covers, ``judge(rows, as_of,
calendar)``, the findings as a set of tuples (rule, subject, state, day, value, first day of the period), and
``ledger(random, size)``, records as plain dicts by type with every field that the module reads.
"""

"""The records of a trial out of its rows; what is wrong with them is told at the field that says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from supervision_rules.diagnostics import Collector, Diagnostic, Span
from supervision_rules.policy import Policy
from supervision_rules.records import Record, settle
from supervision_rules.records.recognise import Recogniser
from supervision_rules.records.rows import Row
from supervision_rules.testing.facts import Rows, id_of
from supervision_rules.testing.trials import Trial, Trials

Read = tuple[Record, Row]
_FIELD: Final[Mapping[str, str]] = MappingProxyType(
    {"SR536": "field", "SR537": "field", "SR538": "field", "SR539": "later"}
)
"""For what is found wrong between records, the word of the message that holds the label of the field."""


_MISSING: Final = frozenset({"SR536", "SR537", "SR548"})
"""What is told of a record that names another which is not there, or which was refused."""


class Settling:
    """Makes the records of trials. Rows that several trials share are read once."""

    def __init__(self, policy: Policy, diagnostics: Collector) -> None:
        self._vocabulary = policy.compiled.vocabulary
        self._recogniser = Recogniser(policy.models, diagnostics)
        self._diagnostics = diagnostics
        self._read: dict[int, Record | None] = {}

    def records(self, rows: Rows) -> tuple[Record, ...]:
        """The records that may be judged together."""
        read = self._apart([(record, row) for row in rows if (record := self._record(row)) is not None])
        problems = Collector()
        # Each record is given the place of its own number: the rows of one `times` share theirs.
        numbered = ((record, Span("", number, 0, 0, 0)) for number, (record, _) in enumerate(read))
        batch = settle(numbered, self._vocabulary, problems, each=True)
        if problems.found:
            self._tell(problems.found, read, {id_of(row) for row in rows if self._record(row) is None})
        return batch.records

    def _record(self, row: Row) -> Record | None:
        if id(row) not in self._read:
            self._read[id(row)] = self._recogniser.record(row, None, cells=False)
        return self._read[id(row)]

    def _apart(self, read: list[Read]) -> list[Read]:
        """The first record of each type and id; a case with a second does not say which of them holds."""
        first: dict[tuple[str, str], Row] = {}
        for record, row in read:
            found = first.setdefault((record.record_type, record.id), row)
            if found is not row:
                line = found.locate("id", True).line
                self._diagnostics.add("SR611", row.locate("id", True), id=record.id, line=line)
        return [(record, row) for record, row in read if first[record.record_type, record.id] is row]

    def _tell(self, problems: Sequence[Diagnostic], read: Sequence[Read], refused: set[str]) -> None:
        """What is wrong between the records, save that one names another that is wrong itself, which has been told."""
        about = [(problem, *read[problem.span.line]) for problem in problems if problem.span is not None]
        wrong = refused | {record.id for _, record, _ in about}
        for problem, record, row in about:
            if problem.code not in _MISSING or str(problem.params["value"]) not in wrong:
                self._diagnostics.add(problem.code, self._place(problem, record, row), **problem.params)

    def _place(self, problem: Diagnostic, record: Record, row: Row) -> Span:
        """The value that is wrong, where the message names a field of the record."""
        if problem.code == "SR540":
            return row.locate("recorded", True)
        label = str(problem.params.get(_FIELD.get(problem.code, ""), ""))
        spec = self._vocabulary.types[record.record_type]
        field = next((name for name in row.values if str(spec.label_of(name)) == label), None)
        return row.span if field is None else row.locate(field, True)


class Ready(NamedTuple):
    """A trial with its records."""

    trial: Trial
    records: tuple[Record, ...]


def with_records(policy: Policy, read: Trials, diagnostics: Collector) -> list[Ready]:
    """The trials with their records; all that is wrong with any record is told."""
    settling = Settling(policy, diagnostics)
    return [Ready(trial, settling.records(trial.records)) for trial in read.trials]

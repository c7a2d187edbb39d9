"""Sorts what expressions read of a record by how it changes from day to day: kept up record by record, or anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from supervision_rules.calendar import PeriodKind
from supervision_rules.constructs.passing import Clock, Passing, is_steady
from supervision_rules.constructs.reads import Anew, Count, Gathered, Reads, Tally
from supervision_rules.expressions import Value, interval
from supervision_rules.expressions.values import ends
from supervision_rules.language.aggregates import BY_LEVEL, RUN
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import ALL_PEERS, EARLIER, OF_ITS_OWN, PERIODS
from supervision_rules.language.facts import Fact
from supervision_rules.language.links import field_to
from supervision_rules.language.results import TOTALS
from supervision_rules.world import Schema


def one_more(count: Value, sure: Value | Anew) -> Value:
    """A count after one more record that counts, or perhaps counts."""
    if sure is True and count.__class__ is int:
        return count + 1
    if sure.__class__ is Anew:
        return sure.value
    low, high = ends(count)  # type: ignore[arg-type]  # a count
    return interval(low + (sure is True), high + 1)


def any_more(found: Value, sure: Value | Anew) -> Value:
    """Whether any record counts, after one that counts, or perhaps counts."""
    if sure.__class__ is Anew:
        return sure.value
    return True if found is True or sure is True else None


@dataclass(slots=True)
class _Found:
    names: dict[str, None] = field(default_factory=dict)
    rules: dict[tuple[str, str], None] = field(default_factory=dict)


def reads_of(schema: Schema, record_type: str, expressions: Iterable[Expression], more: Iterable[str] = ()) -> Reads:
    """What ``expressions`` read of ``record_type``, directly and through derived facts, and ``more`` names of it."""
    found, clock, passing = _Found(), Clock(schema, record_type), list[Passing]()
    _collect(schema, record_type, more, found)
    for expression in expressions:
        found.rules |= dict.fromkeys(_asked(expression))
        _collect(schema, record_type, expression.checked.names, found)
        passing += clock.passing(expression.checked.root)
    names, fields, events = found.names, schema.fields[record_type], schema.events[record_type]
    facts = {name: fact for name in names if isinstance(fact := schema.derived[record_type].get(name), Fact)}
    made = {name: fact for name, fact in facts.items() if fact.way != "value" and not _is_of_its_own(schema, fact)}
    counters = {name: fact for name, fact in made.items() if _is_counter(schema, fact)}
    pooled = {name: fact for name, fact in made.items() if name not in counters and _is_pooled(schema, fact)}
    others = {name: fact for name, fact in made.items() if name not in counters and name not in pooled}
    ways = {name: one_more if fact.way == "count" else any_more for name, fact in counters.items()}
    return Reads(
        dates=tuple(name for name in names if name in events),
        ways=ways,
        nothing={name: 0 if fact.way == "count" else False for name, fact in counters.items()},
        tallies=_tallies(schema, record_type, counters),
        pooled={name: _gathered(schema, record_type, fact) for name, fact in pooled.items()},
        others={name: _gathered(schema, record_type, fact) for name, fact in others.items()},
        through=(*_through(schema, record_type, names), *_judged_anew(schema, record_type, found.rules)),
        beyond=(),
        rules=tuple(found.rules),
        last_only=any(_of_last_day(schema, asked) for asked in found.rules),
        begins=frozenset(),
        periods=frozenset(PERIODS[fact.counted] for fact in facts.values() if fact.counted in PERIODS),
        passing=tuple(passing),
        fleeting=tuple(name for name in names if name not in fields and name not in counters and name not in pooled),
        fixed=any(name in fields and name not in events for name in names),
        peers=any(fact.counted in ALL_PEERS for fact in facts.values()),
        registered=record_type in schema.registers,
    )


def _collect(schema: Schema, record_type: str, names: Iterable[str], found: _Found) -> None:
    for name in sorted(set(names) - found.names.keys()):
        found.names[name] = None
        fact = schema.derived[record_type].get(name)
        if isinstance(fact, Fact) and fact.way == "value" and fact.expression is not None:
            found.rules |= dict.fromkeys(_asked(fact.expression))
            _collect(schema, record_type, fact.expression.checked.names, found)
        for own in _own(fact) if isinstance(fact, Fact) else ():
            found.rules |= dict.fromkeys(_asked(own))
            _collect(schema, record_type, own.checked.names, found)


def _own(fact: Fact) -> Iterator[Expression]:
    """The expressions of a fact made from records that are read of the subject itself."""
    yield from (own for own, _ in fact.alike)
    if fact.counted == EARLIER and fact.by is not None:
        yield fact.by
    read = (fact.where, fact.expression) if fact.counted in PERIODS else ()
    yield from (expression for expression in (fact.since, fact.until, *read) if expression is not None)


def _is_of_its_own(schema: Schema, fact: Fact) -> bool:
    """Whether nothing of other records turns it: of what came before only what does not last can.

    By another day than their own, what happens later may come before.
    """
    if fact.counted != EARLIER or (fact.where is None and fact.by is None):
        return fact.counted in OF_ITS_OWN
    if fact.by is not None or fact.where is None:
        return False
    return all(_lasts(schema, schema.base(fact.spec.of), name) for name in fact.where.checked.names)


def _asked(expression: Expression) -> list[tuple[str, str]]:
    """The results of rules that it asks for."""
    return [call for call in expression.checked.calls if call[0] != "reading"]


def _tallies(schema: Schema, record_type: str, counters: Mapping[str, Fact]) -> tuple[Tally, ...]:
    """The counters, those over the same records together."""
    groups: dict[tuple[str, str, PeriodKind | None], list[Count]] = defaultdict(list)
    for name, fact in counters.items():
        key = (_counted(fact), _via(schema, record_type, fact), fact.spec.period)
        groups[key].append((name, fact.where.fast if fact.where is not None else None))
    numbers = frozenset(name for name, fact in counters.items() if fact.way == "count")
    return tuple(Tally(*key, tuple(counts), numbers) for key, counts in groups.items())


def _gathered(schema: Schema, record_type: str, fact: Fact) -> Gathered:
    counted = _counted(fact)
    read = [expression for expression in (fact.where, fact.expression) if expression is not None]
    read += [its for _, its in fact.alike]
    inner = reads_of(schema, schema.base(counted), read)
    return Gathered(fact, counted, _via(schema, record_type, fact), inner, _is_pooled(schema, fact))


def _through(schema: Schema, record_type: str, names: Iterable[str]) -> tuple[tuple[str, str, Reads], ...]:
    """The names that mean a fact of another record, and may come to mean another value; by the field that names it."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        if name in schema.fields[record_type] or name in schema.derived[record_type]:
            continue
        for reference, target in schema.references[record_type].items():
            inner = name.removeprefix(f"{reference}_")
            if inner != name and (inner in schema.events[target] or inner in schema.derived[target]):
                # An entry of a register has no day of its own on which it saw that.
                if record_type in schema.registers or not _is_settled(schema, target, inner):
                    found[(reference, target)].append(inner)
                break
    return tuple((*key, reads_of(schema, key[1], (), inner)) for key, inner in found.items())


def _judged_anew(
    schema: Schema, record_type: str, rules: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str, Reads]]:
    """What the rules asked that are judged anew on every day read of their subject: it, or one named."""
    for rule in dict.fromkeys(rule for function, rule in rules if function in TOTALS and rule in schema.alone):
        target, reads = schema.base(schema.alone[rule].name), reads_of_rule(schema, rule)
        named = schema.references[record_type].items()
        fields = [*("id" for _ in range(target == record_type)), *(name for name, its in named if its == target)]
        yield from ((name, target, reads) for name in fields)


def reads_of_rule(schema: Schema, rule: str) -> Reads:
    """What a rule that judges each subject by itself reads of it, and of the records that it counts."""
    alone = schema.alone[rule]
    own = [expression for _, via, read in alone.reads if via is None for expression in read]
    others = ((name, via, read) for name, via, read in alone.reads if via is not None)
    beyond = tuple((name, via, reads_of(schema, schema.base(name), read)) for name, via, read in others)
    begins = frozenset[PeriodKind]() if alone.window is None else frozenset({alone.window})
    read, target = reads_of(schema, schema.base(alone.name), own), schema.base(alone.name)
    given = (("id", target, reads_of_rule(schema, asked)) for asked in alone.asks)
    return replace(read, through=(*read.through, *given), beyond=beyond, begins=begins)


def _of_last_day(schema: Schema, asked: tuple[str, str]) -> bool:
    """Whether a result is known for the last day only."""
    return asked[0] in TOTALS and asked[1] not in schema.alone


def _via(schema: Schema, record_type: str, fact: Fact) -> str:
    """The field by which a record names the subject that the fact is about; empty where it need not."""
    if fact.counted == EARLIER:
        return ""
    return field_to(record_type, schema.references[schema.base(_counted(fact))], fact.spec.via) or ""


def _is_counter(schema: Schema, fact: Fact) -> bool:
    spec = fact.spec
    rolling = spec.window is not None and spec.window[0].isdigit()
    bounded = rolling or spec.previous or spec.by is not None or fact.since or fact.until
    if fact.way not in ("count", "any") or bounded or spec.among or spec.ungoverned or fact.counted == EARLIER:
        return False
    base = schema.base(_counted(fact))
    if base in schema.registers:
        return False
    if fact.where is not None and _asked(fact.where):
        return False
    return fact.where is None or all(_lasts(schema, base, name) for name in fact.where.checked.names)


def _is_pooled(schema: Schema, fact: Fact) -> bool:
    """Whether each record can be looked at by itself, on the days on which it changes."""
    spec = fact.spec
    of_records = fact.counted != EARLIER and schema.base(_counted(fact)) not in schema.registers
    alone = spec.by is None and not (fact.since or fact.until) and not spec.among and of_records
    if not alone or spec.previous or fact.way in (*BY_LEVEL, RUN) or not is_steady(schema, fact):
        return False
    read = [expression for expression in (fact.where, fact.expression) if expression is not None]
    return not any(
        _of_last_day(schema, asked) or asked[1] in schema.periodic
        for asked in _asked_of_each(schema, schema.base(_counted(fact)), read)
    )


def _asked_of_each(schema: Schema, record_type: str, read: Iterable[Expression]) -> Iterable[tuple[str, str]]:
    """The results of rules that expressions about a record ask for, also through its derived facts."""
    found = _Found()
    for expression in read:
        found.rules |= dict.fromkeys(_asked(expression))
        _collect(schema, record_type, expression.checked.names, found)
    return found.rules


def _counted(fact: Fact) -> str:
    """The type or kind of the records that a fact is made from."""
    return fact.spec.of if fact.counted == EARLIER else fact.counted


def _lasts(schema: Schema, record_type: str, name: str) -> bool:
    """Whether the fact keeps its value whatever happens after the date of its record."""
    if name in schema.fields[record_type]:
        return name not in schema.events[record_type]
    for reference, target in schema.references[record_type].items():
        inner = name.removeprefix(f"{reference}_")
        if inner != name and inner in schema.fields[target]:
            return inner not in schema.events[target]
        if inner != name and inner in schema.derived[target]:
            return _is_settled(schema, target, inner)
    return False


def _is_settled(schema: Schema, target: str, name: str) -> bool:
    """Whether a record that names a ``target`` sees the fact ``name`` of it as it was on the record's own day."""
    fact = schema.derived[target].get(name)
    return isinstance(fact, Fact) and fact.sight.rolling

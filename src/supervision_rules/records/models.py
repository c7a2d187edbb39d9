"""Record types as pydantic models: strict, frozen, one model for each type of a vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from threading import Lock
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    PlainSerializer,
    ValidationError,
    create_model,
)

from supervision_rules.calendar import Moment
from supervision_rules.diagnostics import NOTHING, nearest
from supervision_rules.records.days import FIRST_DAY, LAST_DAY, in_range, to_day, to_moment
from supervision_rules.records.declarations import IMPLICIT_LABELS, FieldSpec, TypeSpec, Vocabulary

MAX_TEXT: Final = 10_000
MAX_ITEMS: Final = 200
MAX_ID: Final = 100
MAX_DIGITS: Final = 28
"""Of a number in all, wherever the point stands: spreadsheets write up to 17 (88.33333333333333)."""
MAX_INTEGER: Final = 10**15 - 1


def _day(value: object) -> object:
    try:
        return to_day(value)
    except OverflowError as error:
        raise ValueError("the day is outside the calendar") from error


def _moment(value: object) -> object:
    try:
        moment = to_moment(value)
    except OverflowError as error:
        raise ValueError("the day is outside the calendar") from error
    if isinstance(moment, Moment) and not in_range(moment):
        raise ValueError(f"the day is not between {FIRST_DAY} and {LAST_DAY}")
    return moment


Day = Annotated[date, BeforeValidator(_day), Field(ge=FIRST_DAY, le=LAST_DAY)]
AnyMoment = Annotated[
    InstanceOf[Moment], BeforeValidator(_moment), PlainSerializer(Moment.isoformat, str, when_used="json")
]
Text = Annotated[str, Field(max_length=MAX_TEXT)]
Identifier = Annotated[str, Field(min_length=1, max_length=MAX_ID, pattern=r"^\S(.*\S)?$")]
Integer = Annotated[int, Field(ge=-MAX_INTEGER, le=MAX_INTEGER)]
Number = Integer | Annotated[Decimal, Field(max_digits=MAX_DIGITS)]


_set: Final = object.__setattr__


class Record(BaseModel):
    """One thing that happened, or one entry of a register. Values are immutable; what is absent is None."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, ser_json_inf_nan="null")

    record_type: ClassVar[str] = ""
    declared: ClassVar[Declared]

    id: Identifier = Field(title=IMPLICIT_LABELS["id"])
    date: Day | None = Field(None, title=IMPLICIT_LABELS["date"])
    recorded: Day | None = Field(None, title=IMPLICIT_LABELS["recorded"])

    def __init__(self, /, **values: Any) -> None:
        """Checks all values.

        Raises:
            ValidationError: a value or a field is wrong; a note to it names the nearest field.
        """
        try:
            super().__init__(**values)
        except ValidationError as error:
            fields = type(self).model_fields
            for name in (name for name in values if name not in fields):
                error.add_note(f"{self.record_type} has no field {name!r}; {_nearest(name, fields)}")
            raise

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """The record with other values, which are checked as those of any record.

        Raises:
            ValidationError: a value or a field is wrong.
        """
        if not update:
            return super().model_copy(deep=deep)
        return type(self)(**{name: self.__dict__[name] for name in self.model_fields_set} | dict(update))

    def copy(self, **options: Any) -> Self:
        """What ``model_copy`` gives."""
        return self.model_copy(**options)

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """A record like any other: its values are checked.

        Raises:
            ValidationError: a value or a field is wrong.
        """
        return cls(**values)

    def __reduce__(self) -> tuple[Callable[..., Record], tuple[object, ...]]:
        return _sent, (self.declared, self.__dict__, self.model_fields_set)

    @property
    def type(self) -> str:
        """The name of the record's type in the vocabulary."""
        return self.record_type


@dataclass(frozen=True, slots=True)
class Declared:
    """From what the model of a record type is built; what other processes are sent in the model's place."""

    name: str
    written: str
    """The declaration as text, by which equal ones are known."""
    spec: TypeSpec = field(compare=False, repr=False)


@lru_cache(maxsize=256)
def _model(declared: Declared) -> type[Record]:
    """The model of a record type: of equal declarations one, so that records of several packs can be equal."""
    return build_model(declared)


def _sent(declared: Declared, values: dict[str, object], given: set[str]) -> Record:
    """A record as it was before it was sent to this process."""
    return _made(_model(declared), values, given)


def _made(model: type[Record], values: dict[str, object], given: set[str]) -> Record:
    """A record of values that are already known to be valid; ``given`` are the fields that were given one."""
    record = model.__new__(model)
    _set(record, "__dict__", values)
    _set(record, "__pydantic_fields_set__", given)
    _set(record, "__pydantic_extra__", None)
    _set(record, "__pydantic_private__", None)
    return record


def _nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is most like ``name``, else all."""
    alike = nearest(name, known)
    return f"it has: {', '.join(known)}" if alike == NOTHING else f"nearest: {alike!r}"


_BASIC: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "text": Text,
        "bool": bool,
        "number": Number,
        "integer": Integer,
        "date": Day,
        "moment": AnyMoment,
        "texts": Annotated[tuple[Text, ...], Field(max_length=MAX_ITEMS)],
        "units": Annotated[tuple[Identifier, ...], Field(max_length=MAX_ITEMS)],
    }
)


class Models(Mapping[str, type[Record]]):
    """The model of each record type by the type's name, built when it is first asked for (about 3 ms each)."""

    __slots__ = ("_built", "_lock", "vocabulary")

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._built: dict[str, type[Record]] = {}
        self._lock = Lock()

    def __getitem__(self, name: str) -> type[Record]:
        """The model of one type.

        Raises:
            KeyError: there is no such type; the nearest is named.
        """
        model = self._built.get(name)
        return model if model is not None else self._build(name)

    def __contains__(self, name: object) -> bool:
        return name in self.vocabulary.types

    def _build(self, name: str) -> type[Record]:
        types = self.vocabulary.types
        if name not in types:
            raise KeyError(f"the pack has no record type {name!r}; {_nearest(str(name), types)}")
        with self._lock:
            if name not in self._built:
                self._built[name] = _model(Declared(name, repr(types[name]), types[name]))
            return self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.vocabulary.types)

    def __len__(self) -> int:
        return len(self.vocabulary.types)


def build_models(vocabulary: Vocabulary) -> Models:
    """The models of a vocabulary's record types: ``models["reminder"](id="r1", date=..., matter="m1")``."""
    return Models(vocabulary)


def build_model(declared: Declared) -> type[Record]:
    """The model of one record type: its implicit fields, then those that it declares."""
    spec = declared.spec
    fields: dict[str, Any] = {
        "date": (Day, Field(title=spec.date_label)) if spec.dated else (Day | None, Field(None, title=spec.date_label))
    }
    if spec.kinds:
        fields["kind"] = (_choice(spec.kinds), Field(title=IMPLICIT_LABELS["kind"]))
    fields |= {field: _definition(declared) for field, declared in spec.fields.items()}
    model = create_model(_class_name(declared.name), __base__=Record, __doc__=spec.label, **fields)
    model.record_type, model.declared = declared.name, declared
    return model


def _class_name(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def _definition(spec: FieldSpec) -> tuple[Any, Any]:
    annotation = _annotation(spec)
    if spec.required:
        return annotation, Field(title=spec.label)
    if spec.absent is None:
        return annotation | None, Field(None, title=spec.label)
    return Annotated[annotation, BeforeValidator(_Absent(spec.absent))], Field(spec.absent, title=spec.label)


class _Absent:
    """Puts what absence means in the place of an explicit null."""

    __slots__ = ("meaning",)

    def __init__(self, meaning: object) -> None:
        self.meaning = meaning

    def __call__(self, value: object) -> object:
        return self.meaning if value is None else value


def _annotation(spec: FieldSpec) -> Any:
    if spec.type == "choice":
        return _choice(spec.levels or {})
    if spec.type in ("number", "integer") and (spec.minimum is not None or spec.maximum is not None):
        return Annotated[_BASIC[spec.type], Field(ge=spec.minimum, le=spec.maximum)]
    return _BASIC.get(spec.type, Identifier)


def _choice(levels: Mapping[str, str]) -> Any:
    return Literal[tuple(levels)] if levels else str


class Assembler:
    """Makes records of one type from values that are already known to be valid, several times faster than pydantic."""

    __slots__ = ("_absent", "model", "required")

    def __init__(self, model: type[Record]) -> None:
        fields = model.model_fields
        self.model = model
        self.required = tuple(name for name, declared in fields.items() if declared.is_required())
        self._absent = {name: None if declared.is_required() else declared.default for name, declared in fields.items()}

    def __call__(self, values: dict[str, object]) -> Record:
        """The record with ``values``, each of its field's own type; what is not among them is absent."""
        return _made(self.model, {**self._absent, **values}, set(values))


def changed(record: Record, changes: dict[str, object]) -> Record:
    """The same record with other values, which are already known to be valid."""
    return _made(type(record), {**record.__dict__, **changes}, record.__pydantic_fields_set__)

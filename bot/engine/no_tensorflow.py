"""A stand-in for TensorFlow, which Rasa imports everywhere and no component of ours uses.

Without TensorFlow the environment is 1.5 GB smaller, a process takes 290 MB instead of 640 and the first reply comes in
six seconds instead of ten. Rasa does not support this, so it is kept in one module: `install()` must run before Rasa is
imported; names, base classes, decorators and type hints then do nothing, and anything that would compute raises.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

ROOTS = frozenset({"tensorflow", "tensorflow_addons", "tensorflow_text", "tensorflow_hub", "keras"})
DECORATORS = frozenset({"function", "register_keras_serializable"})


class TensorFlowMissing(RuntimeError):
    """Something tried to compute with TensorFlow, which is not installed."""


class _StandInType(type):
    """The class of all stand-ins: attributes are stand-ins again, a call raises unless it decorates."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(f"{cls.__qualname__}.{name}")

    def __getitem__(cls, _item: object) -> Any:
        return cls

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls.__name__ in DECORATORS:
            return args[0] if args and callable(args[0]) else lambda decorated: decorated
        raise TensorFlowMissing(
            f"{cls.__qualname__} needs TensorFlow, which Peilian leaves out; "
            "use a Rasa component without it in config.yml, or remove the overrides in pyproject.toml"
        )


def _stand_in(name: str) -> _StandInType:
    made = _StandInType(name.rpartition(".")[2], (), {"__module__": __name__})
    made.__qualname__ = name
    return made


class _StandInModule(ModuleType):
    """A module whose every name is a stand-in."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = _stand_in(f"{self.__name__}.{name}")
        setattr(self, name, made)
        return made


class _Finder(MetaPathFinder, Loader):
    """Finds every module under `ROOTS`."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in ROOTS:
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StandInModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave the module empty: its names are made when they are asked for."""


def install() -> None:
    """Stand in for TensorFlow in this process; does nothing where it was done or where TensorFlow is loaded already."""
    if "tensorflow" not in sys.modules and not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())

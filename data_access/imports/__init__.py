"""Brings files into the store: checked whole, in one transaction or not at all."""

from data_access.imports.draft import (
    AlreadyImported,
    ImportProblems,
    ImportRefused,
    ImportResult,
    Options,
)
from data_access.imports.kinds import KINDS
from data_access.imports.problems import Problem, ProblemGroup
from data_access.imports.running import TRIED, run
from data_access.imports.seeding import SEED_FOLDER, seed
from data_access.imports.statuses import import_statuses

__all__ = [
    "KINDS",
    "SEED_FOLDER",
    "TRIED",
    "AlreadyImported",
    "ImportProblems",
    "ImportRefused",
    "ImportResult",
    "Options",
    "Problem",
    "ProblemGroup",
    "import_statuses",
    "run",
    "seed",
]

"""The tools that a program of the Model Context Protocol (MCP) can call. They only read."""

from datetime import datetime
from typing import Annotated, Any, Literal

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from data_access.answering.questions import Answer, Questions
from data_access.clock import moment_of
from data_access.open_data import DATASETS
from data_access.reading import StoreError, StoreReader

INSTRUCTIONS = (
    "Follow-up of the Swedish climate city contracts: emissions of all 290 municipalities, goals, "
    "verdicts on whether they will be met, promises and money. Every row has its release and an "
    "address to cite. Say where figures come from, tell statuses (preliminary, "
    "uncertain, indicative), and never put a guess where an answer says unknown."
)
READ_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

City = Annotated[str, Field(description="Name or four-digit code of a Swedish municipality")]
Year = Annotated[int | None, Field(ge=1900, le=2200)]


def server(store: StoreReader, base: str) -> MCPServer[Any]:
    """The server of one store. `base`: the site's scheme and host, or empty."""
    questions = Questions(store, base)
    result: MCPServer[Any] = MCPServer(
        "klimatkontrakt", "Klimatkontrakt 2030", instructions=INSTRUCTIONS, website_url=base or None
    )

    @result.tool(annotations=READ_ONLY)
    def find_city(name: City) -> Answer:
        """Municipalities that a name can mean, with county, contract and code."""
        return _answered(questions.find_city, name)

    @result.tool(annotations=READ_ONLY)
    def verdicts(city: City) -> Answer:
        """Whether a city's climate goals will be met at the pace so far, and why, goal by goal."""
        return _answered(questions.verdicts, city)

    @result.tool(annotations=READ_ONLY)
    def emissions(
        city: City,
        by_sector: bool = False,
        gas: Literal["co2e", "co2"] = "co2e",
        year_from: Year = None,
        year_to: Year = None,
    ) -> Answer:
        """A city's yearly territorial emissions, in total or by sector, from the newest release."""
        return _answered(
            questions.emissions,
            city,
            by_sector=by_sector,
            gas=gas,
            year_from=year_from,
            year_to=year_to,
        )

    @result.tool(annotations=READ_ONLY)
    def grants(city: City, words: str = "") -> Answer:
        """Public grants with a city among their places; `words` must all be in a row's texts."""
        return _answered(questions.grants, city, words)

    @result.tool(annotations=READ_ONLY)
    def what_changed(city: City | None = None, since: str | None = None) -> Answer:
        """New releases, restated years, turned verdicts, statuses and corrections, newest first.

        `since` is a day (2026-11-01).
        """
        return _answered(questions.changes, city, _day(since))

    @result.tool(annotations=READ_ONLY)
    def list_datasets() -> Answer:
        """All open datasets with what they hold and their columns."""
        return {
            "datasets": [
                {
                    "name": dataset.name,
                    "title": dataset.title("en"),
                    "description": dataset.description("en"),
                    "columns": {c.name: c.description for c in dataset.columns},
                    "address": f"{base}/api/v1/{dataset.name}",
                }
                for dataset in DATASETS.values()
            ]
        }

    @result.tool(annotations=READ_ONLY)
    def rows(dataset: str, city: City | None = None, words: str = "", limit: int = 50) -> Answer:
        """Rows of any dataset of list_datasets, of a city and with words in their texts."""
        return _answered(questions.dataset, dataset, city, words, limit)

    return result


def _answered(question: Any, *arguments: Any, **options: Any) -> Answer:
    """The answer, or in a line why there is none."""
    try:
        answer: Answer = question(*arguments, **options)
    except (LookupError, StoreError) as error:
        raise ToolError(str(error.args[0] if error.args else error)) from None
    return answer


def _day(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return moment_of(text)
    except ValueError:
        raise ToolError(f"since: expected a day such as 2026-11-01, not {text!r}") from None

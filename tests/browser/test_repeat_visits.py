"""A reader who comes back fetches nothing that is the same."""

from typing import Any

import pytest

from tests.answering import served
from tests.browser.conftest import Visitor
from tests.made_up import empty_store, made_up_app


def test_a_second_visit_asks_only_whether_the_page_is_new(
    visitor: Visitor, tmp_path_factory: pytest.TempPathFactory
) -> None:
    app = made_up_app(empty_store(tmp_path_factory.mktemp("store"))).server
    inner = app.wsgi_app
    answered: list[tuple[str, str]] = []

    def counting(environ: Any, start_response: Any) -> Any:
        def start(status: str, *rest: Any) -> Any:
            answered.append((environ["PATH_INFO"], status[:3]))
            return start_response(status, *rest)

        return inner(environ, start)

    app.wsgi_app = counting
    with served(app) as base:
        visit = visitor(base)
        visit.open("/sv/")
        visit.page.wait_for_load_state("networkidle")
        assert len(answered) > 3
        answered.clear()
        again = visit.page.context.new_page()
        again.goto(f"{base}/sv/")
        again.wait_for_selector("html[data-ready]", state="attached")
        again.wait_for_load_state("networkidle")
        assert answered == [("/sv/", "304")]

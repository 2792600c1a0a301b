"""A city's board over HTTP: a whole document, its layout, callbacks that refuse what is wrong."""

import copy
import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.seed_figures import per_person

PATH = "/sv/kommun/malmo/utforska"
CALLBACK = "_dash-update-component"


def prefix_of(document: str) -> str:
    (found,) = re.findall(r'"requests_pathname_prefix":"([^"]+)"', document)
    return str(json.loads(f'"{found}"'))


def components(node: Any, kind: str) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [found for each in node for found in components(each, kind)]
    if not isinstance(node, dict):
        return []
    own = [node["props"]] if node.get("type") == kind else []
    return own + [found for each in node.values() for found in components(each, kind)]


def body(client: FlaskClient, path: str, **values: Any) -> dict[str, Any]:
    """What Dash asks when controls have these values, by their names in the address."""
    prefix = prefix_of(client.get(path).text)
    layout = client.get(prefix + "_dash-layout").get_json()
    described = client.get(prefix + "_dash-dependencies").get_json()
    draw = next(one for one in described if one["clientside_function"] is None)
    fields = [
        found for kind in ("Select", "Input", "Checklist") for found in components(layout, kind)
    ]
    inputs = [
        {
            "id": field["id"],
            "property": "value",
            "value": values.get(field["id"]["control"], field["value"]),
        }
        for field in fields
    ]
    changed = [
        json.dumps(field["id"], sort_keys=True, separators=(",", ":")) + ".value"
        for field in fields
        if field["id"]["control"] in values
    ]
    graphs = [
        {"id": component["id"], "property": "figure"} for component in components(layout, "Graph")
    ]
    legends = [
        {"id": {"board": "city", "legend": component["id"]["chart"]}, "property": "children"}
        for component in components(layout, "Graph")
    ]
    texts = [
        {"id": {"board": "city", "text": name}, "property": "children"}
        for name in ("sentence", "year", "marks")
    ]
    stores = components(layout, "Store")
    drawn = next(store for store in stores if store["id"]["store"] == "drawn")
    remembered = {"id": drawn["id"], "property": "data"}
    return {
        "output": draw["output"],
        "outputs": [graphs, legends, *texts, remembered],
        "inputs": [inputs],
        "state": [remembered | {"value": drawn["data"]}],
        "changedPropIds": changed,
    }


def ask(client: FlaskClient, path: str, anew: bool = False, /, **values: Any) -> dict[str, Any]:
    """The answer to who has the board as it was at `path`, or with `anew` nothing of it."""
    prefix = prefix_of(client.get(path).text)
    asked = body(client, path, **values)
    if anew:
        asked["state"][0]["value"] = None
    response = client.post(prefix + CALLBACK, json=asked)
    assert response.status_code == 200
    answer: dict[str, Any] = response.get_json()["response"]
    return answer


def graph(name: str) -> str:
    return json.dumps({"board": "city", "chart": name}, separators=(",", ":"))


def words(answer: dict[str, Any], name: str) -> str:
    key = json.dumps({"board": "city", "text": name}, separators=(",", ":"))
    return str(answer[key]["children"])


def test_the_document_is_the_whole_board_without_a_script(reader: FlaskClient) -> None:
    page = reader.get(f"{PATH}?ar=2021").text
    static = page[page.index('id="board-static"') : page.index('id="react-entry-point"')]
    for chart in ("emissions", "sectors", "money", "promises"):
        assert f'id="{chart}-wide-title"' in static
        assert f'id="{chart}-table"' in page
    assert 'action="/sv/kommun/malmo/utforska"' in static
    assert '<button class="board-show" type="submit">Visa</button>' in static
    assert '<option selected value="2021">' in static
    assert static.count('class="marked-year"') == 8  # four graphs, wide and narrow
    assert "2021: utsläpp" in static


def test_dash_is_given_the_same_board_under_a_prefix_of_its_own(reader: FlaskClient) -> None:
    prefix = prefix_of(reader.get(f"{PATH}?ar=2021").text)
    response = reader.get(prefix + "_dash-layout")
    assert response.cache_control.public
    layout = response.get_json()
    figures = {
        component["id"]["chart"]: component["figure"] for component in components(layout, "Graph")
    }
    assert list(figures) == ["emissions", "sectors", "money", "promises"]
    for figure in figures.values():
        assert figure["layout"]["xaxis"]["range"] == [2004.5, 2030.5]
        (band,) = figure["layout"]["shapes"]
        assert band["x0"] < 2021 < band["x1"]
    again = reader.get(prefix + "_dash-layout", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_a_board_is_told_of_its_own_callbacks_alone(reader: FlaskClient) -> None:
    prefix = prefix_of(reader.get(PATH).text)
    described = reader.get(prefix + "_dash-dependencies").get_json()
    assert all('"board\\":\\"city' in json.dumps(one["inputs"]) for one in described)
    assert all(one["prevent_initial_call"] for one in described)


CHARTS = ("emissions", "sectors", "money", "promises")


def drawn_anew(answer: dict[str, Any]) -> list[str]:
    return [name for name in CHARTS if "figure" in answer.get(graph(name), {})]


def bands(answer: dict[str, Any]) -> dict[str, list[int]]:
    key = json.dumps({"board": "city", "store": "drawn"}, separators=(",", ":"))
    data = answer[key]["data"]
    return {name: list(data[name]) for name in ("linked", "marked")}


def test_a_year_is_marked_without_another_figure(reader: FlaskClient) -> None:
    answer = ask(reader, PATH, ar="2021")
    assert drawn_anew(answer) == []
    assert bands(answer) == {"linked": [], "marked": [2021]}
    assert words(answer, "year").startswith("2021: utsläpp")


def test_a_year_that_is_let_go_is_marked_nowhere(reader: FlaskClient) -> None:
    answer = ask(reader, f"{PATH}?ar=2021", ar="-")
    assert drawn_anew(answer) == []
    assert bands(answer) == {"linked": [], "marked": []}


def opacities(answer: dict[str, Any], name: str) -> dict[str, float]:
    data = answer[graph(name)]["figure"]["data"]
    return {trace["name"]: trace["opacity"] for trace in data if trace["type"] == "bar"}


def test_a_sector_is_marked_in_all_graphs(reader: FlaskClient) -> None:
    answer = ask(reader, "/sv/kommun/orebro/utforska", sektor="inrikes-transporter")
    names = [trace.get("name") for trace in answer[graph("emissions")]["figure"]["data"]]
    assert "Inrikes transporter" in names
    strong = {name for name, value in opacities(answer, "sectors").items() if value == 1}
    assert strong == {"Inrikes transporter"}
    # Of the promises with a year, three are on mobility; goals for all emissions count it too.
    due = opacities(answer, "promises")
    assert due["Löften från kommunen"] == 1
    assert due["Löften från kommunen, övriga"] < 1
    assert due["Löften från myndigheterna"] < 1
    # No grant to Örebro has a theme that names a sector: the money is left as it is, and told.
    assert "money" not in drawn_anew(answer)
    assert "Pengar: ingen koppling i källorna." in str(answer)


def test_a_funder_is_marked_in_all_graphs(reader: FlaskClient) -> None:
    answer = ask(reader, PATH, finansiar="Tillväxtverket")
    strong = {name for name, value in opacities(answer, "money").items() if value == 1}
    assert strong == {"Tillväxtverket, beviljat"}
    assert bands(answer) == {"linked": [2015, 2016], "marked": []}
    due = opacities(answer, "promises")
    assert due["Löften från myndigheterna"] == 1
    assert due["Löften från Viable Cities"] < 1
    assert due["Mål"] < 1
    assert "sectors" not in drawn_anew(answer)


def test_a_goal_is_marked_with_its_year(reader: FlaskClient) -> None:
    answer = ask(reader, "/sv/kommun/orebro/utforska", mal="1880-G03")
    assert bands(answer)["linked"] == [2045]
    due = opacities(answer, "promises")
    assert due["Mål"] == 1
    assert due["Mål, övriga"] < 1
    assert "Sektorer: alla räknas." in str(answer)


@pytest.mark.parametrize("told", [None, 7, {"address": "/sv/kommun/lund/utforska"}, {"address": 1}])
def test_who_does_not_tell_what_is_drawn_gets_all_of_it(reader: FlaskClient, told: Any) -> None:
    asked = body(reader, PATH, ar="2021")
    asked["state"][0]["value"] = told
    prefix = prefix_of(reader.get(PATH).text)
    answer = reader.post(prefix + CALLBACK, json=asked).get_json()["response"]
    assert drawn_anew(answer) == list(CHARTS)


def test_one_chip_takes_back_all_that_is_marked(reader: FlaskClient) -> None:
    page = reader.get(f"{PATH}?ar=2021&sektor=industri&gas=co2").text
    assert (
        '<a class="board-chip" data-clear="ar sektor mal finansiar"'
        ' href="/sv/kommun/malmo/utforska?gas=co2">Ta bort markeringen: 2021 · Industri</a>' in page
    )
    assert "board-chip" not in reader.get(f"{PATH}?gas=co2").text.partition("<body>")[2]


def test_the_board_answers_first_as_the_citys_page_does(reader: FlaskClient) -> None:
    """What the drawn goal needs and what has been done; without a goal, the newest value."""
    page = reader.get("/sv/kommun/borlange").text.replace("\u00a0", " ")
    lead = re.sub("<[^>]+>", "", page.partition('class="lead for-wide">')[2].partition("</p>")[0])
    board = reader.get("/sv/kommun/borlange/utforska").text.replace("\u00a0", " ")
    sentence = board.partition('class="board-sentence"')[2].partition(">")[2].partition("</p>")[0]
    goal = lead.partition(" Här räknas")[0]
    assert goal.startswith("Klimatneutralt 2030 kräver att utsläppen minskar minst 24 % om året")
    assert sentence.startswith(goal + " Territoriella utsläpp")
    without = ask(reader, PATH, **{"per-person": ["ja"], "industri": ["utan"]})
    assert re.match(r"2024 var utsläppen [0-9,]+\ston\sper\sperson, ", words(without, "sentence"))


def test_another_city_stands_beside_in_the_same_measure(reader: FlaskClient) -> None:
    answer = ask(reader, PATH, bredvid="1880", **{"per-person": ["ja"]})
    drawn = {
        trace.get("name"): dict(zip(trace["x"], trace["y"], strict=True))
        for trace in answer[graph("emissions")]["figure"]["data"]
    }
    for year in (2005, 2024):
        everyone = per_person("smhi-co2e-2026", year)
        assert drawn["Malmö"][year] == pytest.approx(everyone["1280"], rel=1e-3)
        assert drawn["Örebro"][year] == pytest.approx(everyone["1880"], rel=1e-3)
    assert "ton per person" in words(answer, "sentence")


def test_what_is_drawn_is_what_the_page_of_the_same_address_draws(reader: FlaskClient) -> None:
    answer = ask(reader, PATH, True, gas="co2", sektor="industri", ar="2021")
    path = f"{PATH}?gas=co2&ar=2021&sektor=industri"
    prefix = prefix_of(reader.get(path).text)
    layout = reader.get(prefix + "_dash-layout").get_json()
    for component in components(layout, "Graph"):
        assert answer[graph(component["id"]["chart"])]["figure"] == component["figure"]


def test_the_total_without_industry_is_the_sum_of_the_other_sectors(reader: FlaskClient) -> None:
    answer = ask(reader, PATH, industri=["utan"])
    line = next(
        one for one in answer[graph("emissions")]["figure"]["data"] if one.get("name") == "Malmö"
    )
    stack = answer[graph("sectors")]["figure"]["data"]
    assert not any(one["name"] == "Industri" for one in stack)
    sums = {
        year: sum(dict(zip(one["x"], one["y"], strict=True)).get(year, 0.0) for one in stack)
        for year in (2015, 2021)
    }
    drawn = dict(zip(line["x"], line["y"], strict=True))
    for year, value in sums.items():
        assert drawn[year] == pytest.approx(value)


def wrong(**parts: Any) -> Any:
    return lambda good: {**copy.deepcopy(good), **parts}


def inputs(change: Any) -> Any:
    def made(good: dict[str, Any]) -> dict[str, Any]:
        bad = copy.deepcopy(good)
        change(bad["inputs"][0])
        return bad

    return made


@pytest.mark.parametrize(
    "spoil",
    [
        wrong(output="nothing.data"),
        wrong(output='{"board":"city","chart":["ALL"]}.figure'),
        wrong(outputs=[]),
        wrong(outputs=[[{"id": {"board": "city"}, "property": "figure"}], [], {}, {}]),
        wrong(inputs=[]),
        wrong(inputs=[{}]),
        wrong(inputs=[["x"]]),
        inputs(lambda given: given[0].update(id="gas")),
        inputs(lambda given: given[0].update(id={"board": "other", "control": "gas"})),
        inputs(lambda given: given[0].update(id={"board": "city", "control": ["x"]})),
        inputs(lambda given: given[0].update(id={"board": "city", "control": "x" * 99})),
        inputs(lambda given: given[0].update(id={"board": "city", "control": "x", "more": 1})),
        inputs(lambda given: given[0].update(property="options")),
        inputs(lambda given: given[0].update(value=True)),
        inputs(lambda given: given[0].update(value={"x": 1})),
        inputs(lambda given: given[0].update(value=[["x"]])),
        inputs(lambda given: given.extend(given * 20)),
        wrong(changedPropIds=["x.value"]),
        wrong(changedPropIds=['{"board":"city","control":"nothing"}.value']),
    ],
)
def test_a_malformed_body_is_a_400_in_json(reader: FlaskClient, spoil: Any) -> None:
    prefix = prefix_of(reader.get(PATH).text)
    response = reader.post(prefix + CALLBACK, json=spoil(body(reader, PATH, ar="2021")))
    assert response.status_code == 400
    assert response.get_json()["error"]


@pytest.mark.parametrize("value", ["", "x", "-", "1066", "x" * 3000, "\x00", "2021&gas=co2"])
def test_a_value_that_no_address_can_have_chooses_nothing(reader: FlaskClient, value: str) -> None:
    answer = ask(reader, PATH, ar=value)
    assert words(answer, "year") == words(ask(reader, PATH, ar="-"), "year")


@pytest.mark.parametrize(
    "place",
    [
        "light-wide/sv/kommun/finns-inte/utforska/~_",
        "light-wide/sv/kommun/malmo/~_",
        "light-wide/nowhere/~_",
        "light-wide/sv/kommun/malmo/utforska/~!!",
        "light-wide/sv/kommun/malmo/utforska/~" + "x" * 5000,
        "pink-wide/sv/kommun/malmo/utforska/~_",
    ],
)
def test_a_prefix_that_names_no_board_is_not_found(reader: FlaskClient, place: str) -> None:
    assert reader.get(f"/_board/{place}/_dash-layout").status_code == 404
    good = body(reader, PATH, ar="2021")
    assert reader.post(f"/_board/{place}/{CALLBACK}", json=good).status_code in (404, 405)


def test_a_board_of_nowhere_is_not_found(reader: FlaskClient) -> None:
    assert reader.get("/sv/kommun/finns-inte/utforska").status_code == 404


@pytest.mark.parametrize(("end", "latest"), [(2023, 2021), (2024, 2022)])
def test_an_earlier_year_shows_what_was_known_then_and_says_from_when(
    reader: FlaskClient, end: int, latest: int
) -> None:
    """The statistics of 2023 and of 2024 end in 2021 and in 2022."""
    now = ask(reader, f"{PATH}?gas=co2", True)
    then = ask(reader, f"{PATH}?gas=co2", True, **{"som-det-sag-ut": str(end)})
    assert f"i slutet av {end}" in words(then, "sentence")
    assert "från 2023, mål och löften från 2024" in words(then, "sentence")

    def years(answer: dict[str, Any], name: str) -> set[int]:
        """Those of values, not of what is ahead."""
        data = answer[graph(name)]["figure"]["data"]
        return {x for one in data if one.get("mode") != "lines" for x in one["x"] if x}

    assert max(years(now, "emissions")) == 2023
    assert max(years(then, "emissions")) == latest
    assert years(then, "money") == {year for year in years(now, "money") if year <= end}
    page = reader.get(f"{PATH}?gas=co2&som-det-sag-ut={end}").text
    assert f"i slutet av {end}" in page


def test_the_last_year_of_the_slider_is_now(reader: FlaskClient) -> None:
    this_year = reader.get(PATH).text.partition('type="range" value="')[2][:4]
    answer = ask(reader, f"{PATH}?gas=co2", **{"som-det-sag-ut": this_year})
    assert "Som det såg ut" not in words(answer, "sentence")


def test_a_board_is_not_asked_for_what_another_one_draws(reader: FlaskClient) -> None:
    """The city's question, asked of the board of what it would take in the same place."""
    asked = body(reader, PATH, ar="2021")
    there = prefix_of(reader.get("/sv/kommun/malmo/vad-kravs").text)
    response = reader.post(there + CALLBACK, json=asked)
    assert response.status_code == 400
    assert response.get_json() == {"error": "this board has no such callback"}

/* The board of what it would take: a slider is answered while it is dragged, and a ticked measure at
   once, by the arithmetic of `progress/road/` (scenario_cases.json and road_cases.json of its tests
   hold both to the same tables), and then by the server. */
(function () {
    "use strict";

    var SHARE = 1e-9; /* values that differ by less are alike: ROUNDING_SHARE in progress/constants.py */

    function at(scenario, year) {
        var known = [scenario.value].concat(scenario.until);
        var before = known[Math.min(Math.min(year, scenario.start - 1) - scenario.year, known.length - 1)];
        return before * Math.pow(1 - scenario.rate, Math.max(0, year - scenario.start + 1));
    }

    function sum(scenario, first, last) {
        var total = 0;
        for (var year = first; year <= last; year += 1) { total += at(scenario, year); }
        return total;
    }

    /* The first year at or under a value; null where that takes beyond the last year that is told. */
    function yearOf(scenario, target) {
        var limit = target + SHARE * Math.abs(target);
        if (scenario.value <= limit) { return scenario.year; }
        for (var year = scenario.year + 1; year <= scenario.told; year += 1) {
            if (at(scenario, year) <= limit) { return year; }
        }
        return null;
    }

    function budgetSum(scenario, budget) {
        return budget.used + sum(scenario, Math.max(scenario.year + 1, budget.first), budget.last);
    }

    /* What levers take off a coming year of the same pace, low and high: `progress/road/road.py`.
       Those of one group take no more than it holds; what is in no single group comes last. */
    function cut(road, year) {
        var pace = road.pace[year - road.year], share = road.pace[0] > 0 ? pace / road.pace[0] : 0;
        var wanted = {}, left = [pace, pace], taken = [0, 0];
        road.levers.forEach(function (lever) {
            if (lever.ready > year) { return; }
            wanted[lever.group] = wanted[lever.group] || [0, 0];
            wanted[lever.group][0] += lever.low;
            wanted[lever.group][1] += lever.high;
        });
        Object.keys(wanted).sort(function (a, b) {
            return (a === "") - (b === "") || (a < b ? -1 : 1);
        }).forEach(function (group) {
            var most = group in road.holds ? road.holds[group] * share : Infinity;
            [0, 1].forEach(function (end) {
                var own = Math.min(wanted[group][end], most, left[end]);
                left[end] -= own;
                taken[end] += own;
            });
        });
        return taken;
    }

    /* The good case, high effects, low effects and the bad case of a year. */
    function cases(road, year) {
        var place = year - road.year, pace = road.pace[place], band = road.band[place], taken = cut(road, year);
        return [
            pace * (1 - band) - taken[1], pace - taken[1], pace - taken[0],
            Math.max(pace * (1 + band), road.pace[0]) - taken[0]
        ].map(function (value) { return Math.max(0, value); });
    }

    /* The same where the road ends: of the target year, or the sum of a budget's years. */
    function end(road) {
        if (!road.budget) { return cases(road, road.last); }
        var sums = [0, 0, 0, 0].map(function () { return road.budget.used; });
        for (var year = Math.max(road.year + 1, road.budget.first); year <= road.budget.last; year += 1) {
            cases(road, year).forEach(function (value, place) { sums[place] += value; });
        }
        return sums;
    }

    function enough(road) {
        var ends = end(road), limit = road.target + SHARE * Math.abs(road.target);
        return ends[3] <= limit ? "both" : ends[0] <= limit ? "good" : "neither";
    }

    window.klimatScenario = {at: at, sum: sum, yearOf: yearOf, budgetSum: budgetSum, cut: cut, end: end, enough: enough};

    function entry() { return document.getElementById("react-entry-point"); }

    function byId(id) {
        return Array.from(entry().querySelectorAll('[id^="{"]')).find(function (one) {
            var own = JSON.parse(one.id);
            return Object.keys(id).every(function (key) { return own[key] === id[key]; });
        });
    }

    function slider(element) {
        if (!element.matches || !element.matches('input[type=range]') || element.id[0] !== "{") { return ""; }
        return JSON.parse(element.id).slider || "";
    }

    function filled(words, values) {
        return words.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
    }

    var formats = {};

    function written(value, decimals, lang) {
        var key = lang + decimals;
        formats[key] = formats[key] || new Intl.NumberFormat(lang === "sv" ? "sv-SE" : "en-GB", {
            minimumFractionDigits: decimals, maximumFractionDigits: decimals
        });
        return formats[key].format(value);
    }

    /* To three figures that count, as sentences have it. */
    function rounded(data, value) {
        var step = data.decimals ? 0.01 : Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 2));
        return written(Math.round(value / step) * step, data.decimals, data.lang);
    }

    function amount(data, value) { return rounded(data, value) + "\u00a0" + data.unit; }

    function range(data, low, high) {
        var least = rounded(data, low);
        return (least === rounded(data, high) ? "" : least + "\u2013") + amount(data, high);
    }

    function sentence(data, scenario) {
        var values = {
            rate: written(scenario.rate * 100, scenario.rate * 100 % 1 ? 1 : 0, data.lang),
            start: scenario.start, last: scenario.last, value: amount(data, at(scenario, scenario.last))
        };
        var result = filled(data.words.course, values);
        if (data.budget) {
            var over = budgetSum(scenario, data.budget) - data.budget.tonnes;
            values.over = amount(data, Math.abs(over));
            return result + " " + filled(over > 0 ? data.words.over : data.words.fits, values);
        }
        if (data.target === null) { return result; }
        var year = yearOf(scenario, data.target);
        values.year = year === null ? scenario.told : year;
        values.late = year - scenario.last;
        var key = year === null ? "never" : values.late > 1 ? "late" : values.late === 1 ? "late.one" : "reached";
        return result + " " + filled(data.words[key], values);
    }

    /* What a drag moves, looked up once for each drag: the server may have drawn anew in between. */
    function lookUp(data) {
        var holder = byId({chart: "scenario-chart"});
        var graph = holder.querySelector(".js-plotly-plot") || holder;
        var place = graph.data.findIndex(function (trace) { return trace.name === data.trace; });
        var trace = ".trace" + graph._fullData[place].uid;
        return {
            line: graph.querySelector(trace + " path.js-line"),
            marks: Array.from(graph.querySelectorAll(trace + " .point")),
            x: graph._fullLayout.xaxis, y: graph._fullLayout.yaxis,
            words: byId({text: "drag"})
        };
    }

    /* The line of the reader's own rate is moved in the drawing itself: plotly would take the whole
       of a frame to draw its graph anew. */
    function move(moved, data, scenario) {
        var points = [];
        for (var year = scenario.year; year <= scenario.last; year += 1) {
            points.push([moved.x.l2p(year), moved.y.l2p(at(scenario, year) / data.divisor)]);
        }
        moved.line.setAttribute("d", "M" + points.map(function (point) { return point.join(","); }).join("L"));
        moved.marks.forEach(function (mark, number) {
            if (points[number]) { mark.setAttribute("transform", "translate(" + points[number].join(",") + ")"); }
        });
    }

    /* What the ticked levers come to, in words. */
    function leversSentence(road, of) {
        var taken = cut(road, road.last), ends = end(road), words = road.words, key = enough(road);
        var result = filled(words.cut, {
            n: road.levers.length, of: of, last: road.last, cut: range(road, taken[0], taken[1])
        });
        var readings = road.strict !== road.target && key === "neither";
        if (readings || enough(Object.assign({}, road, {target: road.strict})) !== key) { return result; }
        var open = range(road, Math.max(0, ends[1] - road.target), Math.max(0, ends[2] - road.target));
        return result + " " + filled(words.enough, {enough: filled(words[key], {open: open})});
    }

    function ticked(name) {
        var list = byId({control: name});
        return list ? Array.from(list.querySelectorAll("input[type=checkbox]")) : [];
    }

    function tick() {
        var boxes = ticked(data.names.lever).concat(ticked(data.names.own));
        if (boxes.length !== data.road.levers.length) { return; }
        clearTimeout(leaving);
        var road = Object.assign({}, data.road, {levers: data.road.levers.filter(function (_, place) {
            return boxes[place].checked;
        })});
        byId({text: "ticked"}).textContent = leversSentence(road, boxes.length);
    }

    var data = null; /* what the server last told, kept while a slider is dragged */

    var moved = null;

    /* Where the controls stand above the sentences, an answer of the browser's own stays a while. */
    var NARROW = "(max-width: 60rem)", STAY = 4000, leaving = 0;

    function leave() {
        ["drag", "ticked"].forEach(function (name) {
            var line = byId({text: name});
            if (line) { line.textContent = ""; }
        });
    }

    function answer(name, value) {
        clearTimeout(leaving);
        data.scenario[name] = name === "rate" ? value / 100 : value;
        moved = moved || lookUp(data);
        move(moved, data, data.scenario);
        moved.words.textContent = sentence(data, data.scenario);
    }

    function field(name) { return entry().querySelector('[id*=\'"control":"' + data.names[name] + '"\']'); }

    /* Dash need not hear of each step of a drag: it renders its tree again for it. */
    document.addEventListener("input", function (event) {
        var name = slider(event.target);
        if (!name || !data) { return; }
        event.stopPropagation();
        answer(name, Number(event.target.value));
    }, true);

    document.addEventListener("change", function (event) {
        if (data && data.road && event.target.closest(".levers")) { tick(); return; }
        var name = slider(event.target);
        if (!name || !data) { return; }
        moved = null;
        window.dash_clientside.set_props(JSON.parse(field(name).id), {value: event.target.value});
    });

    window.dash_clientside = Object.assign({}, window.dash_clientside, {
        what_if: {
            /* What the server has told holds from now on; the answer to the drag makes way for its. */
            take: function (told) {
                data = told;
                moved = null;
                clearTimeout(leaving);
                if (matchMedia(NARROW).matches) { leaving = setTimeout(leave, STAY); } else { leave(); }
                return window.dash_clientside.no_update;
            }
        }
    });

    /* A form adds to what the address has become since the page was written. */
    document.addEventListener("submit", function (event) {
        var form = event.target.closest(".board-new form");
        if (!form) { return; }
        var query = new URLSearchParams(location.search);
        Array.from(form.elements).forEach(function (one) {
            if (one.name && one.type !== "hidden" && one.value) { query.append(one.name, one.value); }
        });
        event.preventDefault();
        location.assign(location.pathname + "?" + query);
    });
})();

/* Reads charts out year by year: a band over the year in every chart of the page, and one box with
   all its series, by pointer, finger or arrow keys. The values are those of each chart's own table.
   A click keeps the year in the address. Legends fade their series, flows light up with their
   neighbours, tables sort by their heads, rows of dense tables tell all their columns. Without this script the page says the same in tables. */
(function () {
    "use strict";

    const SVG = "http://www.w3.org/2000/svg";
    const DASH = "–";
    const ROW = 21; /* of the box in pixels, as in the stylesheet: its height is known unmeasured */
    const USUAL = 320;
    const WIDE = 488; /* where a name and its value are longer than a usual box is wide */
    const LONG = 42; /* characters of both */
    const EMPTY = 160; /* the box of a year without values */
    const SHORT = 16; /* signs of a value that stands on the line of its name */
    let charts = [];
    let year = null; /* the one that is read out */
    let host = null; /* the chart in which it is */
    let kept = null;
    let box = null;
    let live = null;
    let place = null; /* where the host's drawing stands in the window, until it may have moved */
    let timer = 0;

    function make(name, attributes, parent, ns) {
        const element = ns ? document.createElementNS(ns, name) : document.createElement(name);
        Object.keys(attributes).forEach(function (key) {
            element.setAttribute(key, attributes[key]);
        });
        if (parent) { parent.append(element); }
        return element;
    }

    /* ---- what the tables say */

    function withUnit(head, cell) {
        return cell + (head.dataset.unit ? "\u00a0" + head.dataset.unit : "");
    }

    function read(row, heads) {
        const values = [];
        let waiting = [], panel = "";
        heads.forEach(function (head, n) {
            const cell = row.cells[n].textContent, role = head.dataset.role;
            panel = head.dataset.panel || panel;
            if (cell === DASH) { return; }
            if (role === "band") {
                values[values.length - 1].value += " (" + cell + ")";
            } else if (role === "status") {
                waiting.forEach(function (value) { value.status = cell; });
                waiting = [];
            } else if (head.dataset.series) {
                const value = {panel: panel, name: head.dataset.series,
                    value: withUnit(head, cell), status: head.dataset.status};
                values.push(value);
                if (value.status === undefined) { waiting.push(value); }
            }
        });
        return values;
    }

    /* Year → its values in a chart, read when they are first asked for. */
    function valuesOf(chart) {
        if (!chart.values) {
            const heads = Array.from(chart.table.tHead.rows[0].cells);
            chart.values = new Map(Array.from(chart.table.tBodies[0].rows, function (row) {
                return [+row.cells[0].textContent, read(row, heads)];
            }));
        }
        return chart.values;
    }

    function hasValues(each) {
        return charts.some(function (chart) {
            return (valuesOf(chart).get(each) || []).length;
        });
    }

    /* The host's own series first, then those of the page's other charts. */
    function panels(each) {
        const found = new Map();
        [host].concat(charts.filter(function (chart) { return chart !== host; }))
            .forEach(function (chart) {
                (valuesOf(chart).get(each) || []).forEach(function (value) {
                    const key = chart.id + value.panel;
                    if (!found.has(key)) { found.set(key, {name: value.panel, values: []}); }
                    found.get(key).values.push(value);
                });
            });
        return Array.from(found.values());
    }

    function listed(values) {
        return values.map(function (value) {
            return value.name + " " + value.value + (value.status ? " (" + value.status + ")" : "");
        }).join(" · ");
    }

    function words(each) {
        return each + ". " + (panels(each).map(function (panel) {
            return panel.name + ": " + listed(panel.values);
        }).join(". ") || host.none);
    }

    /* ---- the box */

    function line(parent, css, first, second, third) {
        const row = make("p", {class: css}, parent);
        make("span", {}, row).textContent = first;
        if (second) { make("b", {}, row).textContent = second; }
        if (third) { make("small", {}, row).textContent = third; }
    }

    function content(each) {
        const known = host.boxes.get(each);
        if (known) { return known; }
        const inside = document.createElement("div"), found = panels(each);
        line(inside, "box-year", each);
        found.forEach(function (panel) {
            line(inside, "box-panel", panel.name);
            panel.values.forEach(function (value) {
                line(inside, "box-value", value.name, value.value, value.status);
            });
        });
        if (!found.length) {
            inside.className = "is-empty";
            line(inside, "box-value", host.none);
        }
        const made = sized(inside);
        host.boxes.set(each, made);
        return made;
    }

    /* What a box holds, with the size that it has in it: nothing is measured. */
    function sized(inside) {
        const empty = inside.className === "is-empty";
        const long = Array.from(inside.children).some(function (row) {
            return row.textContent.length > LONG && row.childElementCount > 1;
        });
        if (long) { inside.className = "is-wide"; }
        return {inside: inside, width: empty ? EMPTY : long ? WIDE : USUAL,
            height: inside.childElementCount * ROW + 20};
    }

    /* Beside the point, inside the window; the stylesheet lays it along the foot of a phone. */
    function put(made, x, y) {
        if (!box) { box = make("div", {class: "year-box", "aria-hidden": "true"}, document.body); }
        const room = document.documentElement.clientWidth;
        const left = x + 18 + made.width < room ? x + 18 : Math.max(4, x - 18 - made.width);
        const top = Math.max(4, Math.min(y, window.innerHeight - made.height - 8));
        box.style.transform = "translate(" + Math.round(left) + "px," + Math.round(top) + "px)";
        if (box.firstChild !== made.inside) { box.replaceChildren(made.inside); }
        box.hidden = false;
    }

    /* ---- the band */

    function bandOf(view, css) {
        if (!view[css]) {
            const group = view[css] = make("g", {class: css}, null, SVG);
            const wide = (view.right - view.left) / (view.last - view.first + 1);
            make("rect", {x: 0, y: view.top, width: wide, height: view.bottom - view.top}, group, SVG);
            make("path", {d: "M" + wide / 2 + " " + view.top + "V" + view.bottom}, group, SVG);
            view.svg.prepend(group);
            view.slot = wide;
        }
        return view[css];
    }

    function band(css, each) {
        charts.forEach(function (chart) {
            chart.views.forEach(function (view) {
                const inside = each !== null && view.first <= each && each <= view.last;
                if (!inside && !view[css]) { return; }
                const group = bandOf(view, css);
                group.setAttribute("visibility", inside ? "visible" : "hidden");
                if (inside) {
                    const x = view.left + (each - view.first) * view.slot;
                    group.setAttribute("transform", "translate(" + x + ")");
                }
            });
        });
    }

    /* ---- showing a year */

    function viewOf(chart) {
        if (!place) {
            const view = chart.views.find(function (one) { return one.svg.getClientRects().length; });
            if (!view) { return null; }
            const rect = view.svg.getBoundingClientRect();
            place = {view: view, left: rect.left, top: rect.top,
                scale: rect.width / view.svg.viewBox.baseVal.width};
        }
        return place;
    }

    function show(chart, each, y) {
        if (host !== chart) { place = null; }
        host = chart;
        const seen = viewOf(chart);
        if (!seen) { return; }
        const view = seen.view, slot = (view.right - view.left) / (view.last - view.first + 1);
        if (each !== year) { band("year-band", each); }
        year = each;
        const x = seen.left + (view.left + (each - view.first + 0.5) * slot) * seen.scale;
        put(content(each), x, y === undefined ? seen.top + view.top * seen.scale : y + 16);
    }

    function hide() {
        if (year !== null) { band("year-band", null); }
        if (box) { box.hidden = true; }
        year = null;
    }

    function under(chart, event) {
        if (host !== chart) { place = null; host = chart; }
        const seen = viewOf(chart);
        if (!seen) { return null; }
        const view = seen.view;
        const x = (event.clientX - seen.left) / seen.scale, y = (event.clientY - seen.top) / seen.scale;
        if (x < view.left || x >= view.right || y < view.top - 8 || y > view.bottom + 20) { return null; }
        return view.first + Math.floor((x - view.left) / (view.right - view.left) *
            (view.last - view.first + 1));
    }

    function withYear(address) {
        const url = new URL(address);
        if (kept === null) { url.searchParams.delete(host.parameter); }
        else { url.searchParams.set(host.parameter, kept); }
        return url.href;
    }

    function keep(each) {
        kept = each === kept ? null : each;
        document.querySelectorAll(".marked-year").forEach(function (one) { one.remove(); });
        band("year-kept", kept);
        charts.forEach(function (chart) {
            let line = chart.figure.querySelector(".year-words");
            if (line) { line.remove(); }
            if (kept !== null && chart.parameter) {
                line = make("p", {class: "year-words note"});
                chart.drawing.after(line);
                line.textContent = kept + ": " +
                    (listed(valuesOf(chart).get(kept) || []) || chart.none);
            }
        });
        place = null;
        if (!host.parameter) { return; }
        history.replaceState(history.state, "", withYear(location.href));
        document.querySelectorAll(".chart-views a").forEach(function (link) {
            link.href = withYear(link.href);
        });
    }

    function announce(text) {
        clearTimeout(timer);
        timer = setTimeout(function () { live.textContent = text; }, 150);
    }

    /* ---- the keyboard: one stop a chart */

    function hand(chart, label, least, most, to) {
        const slider = make("div", {class: "chart-hand", role: "slider", tabindex: 0,
            "aria-label": label + ": " + chart.title, "aria-valuemin": least, "aria-valuemax": most,
            "aria-valuenow": most}, chart.drawing);
        slider.addEventListener("keydown", function (event) {
            if (event.ctrlKey || event.metaKey || event.altKey) { return; }
            if (to(event.key, slider) !== false) { event.preventDefault(); }
        });
        slider.addEventListener("blur", chart.leave);
        return slider;
    }

    function stand(slider, at, text) {
        slider.setAttribute("aria-valuenow", at);
        slider.setAttribute("aria-valuetext", text || at);
    }

    const STEPS = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5};

    function stepper(chart) {
        const first = chart.views[0].first, last = chart.views[0].last;
        return function (key, slider) {
            const now = +slider.getAttribute("aria-valuenow");
            let to = key === "Home" ? first : key === "End" ? last : now + (STEPS[key] || 0);
            const way = key === "Home" ? 1 : key === "End" ? -1 : Math.sign(STEPS[key] || 0);
            if (key === "Escape") { hide(); return; }
            if (key === "Enter" || key === " ") {
                host = chart;
                keep(now);
                return;
            }
            if (!way) { return false; }
            while (to > first && to < last && !hasValues(to)) { to += way; }
            to = Math.max(first, Math.min(last, to));
            if (!hasValues(to)) { to = now; }
            host = chart;
            stand(slider, to);
            show(chart, to);
            announce(words(to));
        };
    }

    function timed(chart) {
        chart.values = null;
        chart.boxes = new Map();
        chart.leave = hide;
        charts.push(chart);
        const drawing = chart.drawing;
        drawing.classList.add("is-live");
        drawing.addEventListener("pointermove", function (event) {
            const each = under(chart, event);
            if (each === null) { hide(); } else { show(chart, each, event.clientY); }
        });
        drawing.addEventListener("pointerleave", function (event) {
            if (event.pointerType === "mouse") { hide(); }
        });
        drawing.addEventListener("click", function (event) {
            const each = under(chart, event);
            if (each === null || event.target.closest(".key")) { return; }
            stand(slider, each);
            show(chart, each, event.clientY);
            keep(each);
        });
        drawing.querySelectorAll("title").forEach(function (title) { title.remove(); });
        const view = chart.views[0];
        const slider = hand(chart, drawing.dataset.label, view.first, view.last, stepper(chart));
        const known = Array.from(chart.table.tBodies[0].rows, function (row) {
            return +row.cells[0].textContent;
        });
        const now = kept || known.filter(function (one) {
            return one <= new Date().getFullYear();
        }).pop() || view.last;
        stand(slider, now);
        slider.addEventListener("focus", function () {
            if (slider.matches(":focus-visible")) {
                const shown = +slider.getAttribute("aria-valuenow");
                show(chart, shown);
                announce(words(shown));
            }
        });
    }

    /* ---- flows */

    function along(links, start, from, to, on) {
        links.forEach(function (link) {
            if (link.ends[from] === start && !on.has(link)) {
                on.add(link);
                along(links, link.ends[to], from, to, on);
            }
        });
    }

    function flowing(chart) {
        const svgs = chart.drawing.querySelectorAll("svg");
        const rows = chart.table.tBodies[0].rows;
        const heads = chart.table.tHead.rows[0].cells;
        const parts = Array.from(svgs, function (svg) {
            const links = Array.from(svg.querySelectorAll("[data-link]"), function (path) {
                const ends = path.dataset.link.split(" ");
                return {path: path, row: +ends[0], ends: [ends[1], ends[2]]};
            });
            return {svg: svg, links: links, nodes: svg.querySelectorAll("[data-node]")};
        });
        function light(starts) {
            parts.forEach(function (part) {
                const on = new Set(), nodes = new Set();
                part.links.forEach(function (link) {
                    if (starts(link)) { on.add(link); }
                });
                Array.from(on).forEach(function (link) {
                    along(part.links, link.ends[1], 0, 1, on);
                    along(part.links, link.ends[0], 1, 0, on);
                });
                part.svg.classList.toggle("is-lit", on.size > 0);
                part.links.forEach(function (link) {
                    link.path.classList.toggle("is-on", on.has(link));
                    if (on.has(link)) { link.ends.forEach(function (end) { nodes.add(end); }); }
                });
                part.nodes.forEach(function (node) {
                    node.classList.toggle("is-on", nodes.has(node.dataset.node));
                });
            });
        }
        function say(row) {
            const cells = rows[row].cells;
            return [cells[0].textContent + " → " + cells[1].textContent,
                withUnit(heads[2], cells[2].textContent)];
        }
        function tellLink(row, x, y) {
            const inside = document.createElement("div"), told = say(row);
            line(inside, "box-value", told[0], told[1]);
            light(function (link) { return link.row === row; });
            put(sized(inside), x, y);
        }
        chart.leave = function () {
            light(function () { return false; });
            if (box) { box.hidden = true; }
        };
        chart.drawing.querySelectorAll("title").forEach(function (title) { title.remove(); });
        chart.drawing.addEventListener("pointerover", function (event) {
            const path = event.target.closest("[data-link]"), node = event.target.closest("[data-node]");
            if (path) {
                tellLink(+path.dataset.link.split(" ")[0], event.clientX, event.clientY + 16);
            } else if (node) {
                if (box) { box.hidden = true; }
                light(function (link) { return link.ends.includes(node.dataset.node); });
            } else { chart.leave(); }
        });
        chart.drawing.addEventListener("pointerleave", chart.leave);
        hand(chart, chart.drawing.dataset.label, 1, rows.length, function (key, slider) {
            const now = +slider.getAttribute("aria-valuenow");
            if (key === "Escape") { chart.leave(); return; }
            if (!STEPS[key] && key !== "Home" && key !== "End") { return false; }
            const to = key === "Home" ? 1 : key === "End" ? rows.length : now + STEPS[key];
            const row = Math.max(1, Math.min(rows.length, to)), rect = chart.drawing.getBoundingClientRect();
            stand(slider, row, say(row - 1).join(": "));
            tellLink(row - 1, rect.left, rect.top);
        });
    }

    /* ---- legends */

    function toggle(key) {
        const off = key.getAttribute("aria-checked") === "true";
        key.setAttribute("aria-checked", String(!off));
        const panel = key.closest(".panel") || key.ownerSVGElement;
        panel.querySelectorAll("." + key.dataset.names).forEach(function (mark) {
            if (!mark.closest(".key")) { mark.classList.toggle("is-off", off); }
        });
    }

    function legends(drawing) {
        const keys = drawing.querySelectorAll(".key");
        if (keys.length < 2) { return; }
        drawing.querySelectorAll("svg > :not(.panel,.legend), .panel > :not(.key,.legend)")
            .forEach(function (part) { part.setAttribute("aria-hidden", "true"); });
        keys.forEach(function (key) {
            key.setAttribute("role", "checkbox");
            key.setAttribute("aria-checked", "true");
            key.setAttribute("aria-label", key.textContent);
            key.setAttribute("tabindex", "0");
            key.ownerSVGElement.removeAttribute("aria-hidden");
            key.addEventListener("click", function () { toggle(key); });
            key.addEventListener("keydown", function (event) {
                if (event.key === " " || event.key === "Enter") {
                    event.preventDefault();
                    toggle(key);
                }
            });
        });
    }

    /* ---- tables */

    const SPACES = /[\s\u00a0\u202f]/g;

    function amount(text) {
        const english = document.documentElement.lang === "en";
        const bare = text.replace(SPACES, "").replace("−", "-");
        const found = /^[+-]?\d[\d.,]*/.exec(bare);
        if (!found) { return null; }
        return parseFloat(english ? found[0].replace(/,/g, "") : found[0].replace(",", "."));
    }

    function sort(table, place, head) {
        const falling = head.getAttribute("aria-sort") === "ascending";
        const body = table.tBodies[0], rows = Array.from(body.rows, function (row) {
            const text = row.cells[place].textContent.trim();
            return {row: row, text: text, number: amount(text)};
        });
        const known = rows.filter(function (one) { return one.text && one.text !== DASH; });
        const numeric = known.length && known.every(function (one) { return one.number !== null; });
        function missing(one) { return !one.text || one.text === DASH; }
        rows.sort(function (one, other) {
            if (missing(one) !== missing(other)) { return missing(one) ? 1 : -1; }
            const order = numeric ? one.number - other.number :
                one.text.localeCompare(other.text, document.documentElement.lang, {numeric: true});
            return falling ? -order : order;
        });
        body.append.apply(body, rows.map(function (one) { return one.row; }));
        Array.from(table.tHead.rows[0].cells).forEach(function (each) {
            each.removeAttribute("aria-sort");
        });
        head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    }

    function sortable(table) {
        const head = table.tHead && table.tHead.rows.length === 1 && table.tHead.rows[0];
        const body = table.tBodies.length === 1 && table.tBodies[0];
        if (!head || !body || body.rows.length < 3 || table.querySelector("[colspan],[rowspan]")) { return; }
        if (head.querySelector("a,button")) { return; }
        Array.from(head.cells).forEach(function (cell, place) {
            if (!cell.textContent || cell.matches(".pace")) { return; }
            cell.dataset.name = cell.textContent;
            const button = make("button", {type: "button", class: "sort"});
            button.append.apply(button, Array.from(cell.childNodes));
            cell.append(button);
            button.addEventListener("click", function () { sort(table, place, cell); });
        });
    }

    /* ---- dense tables: a row answers with every column, also those that have no room here */

    function answering(table) {
        const heads = Array.from(table.tHead.rows[0].cells);
        function tell(row, x, y) {
            if (row.said === undefined) {
                const inside = document.createElement("div");
                line(inside, "box-year", row.cells[0].textContent);
                heads.slice(1).forEach(function (head, n) {
                    const cell = row.cells[n + 1];
                    const words = cell.dataset.says || cell.textContent;
                    const name = cell.dataset.name || head.dataset.name || head.textContent;
                    if (!words.trim()) { return; }
                    if (words.length < SHORT) { line(inside, "box-value", name, words); return; }
                    line(inside, "box-panel", name);
                    line(inside, "box-value", words);
                });
                row.said = sized(inside);
            }
            put(row.said, x, y);
        }
        function under(event) {
            const row = event.target.closest("tbody tr");
            if (row) { tell(row, event.clientX, event.clientY + 16); } else { hide(); }
        }
        table.addEventListener("pointermove", under);
        table.addEventListener("pointerdown", under);
        table.addEventListener("pointerleave", function (event) {
            if (event.pointerType === "mouse") { hide(); }
        });
        table.addEventListener("focusin", function (event) {
            const row = event.target.closest("tbody tr");
            if (!row || !event.target.matches(":focus-visible")) { return; }
            const rect = row.getBoundingClientRect();
            tell(row, rect.left + rect.width / 2, rect.bottom + 4);
        });
        table.addEventListener("focusout", hide);
        table.addEventListener("keydown", function (event) {
            if (event.key === "Escape") { hide(); }
        });
    }

    /* ---- the page */

    function chartOf(drawing) {
        const figure = drawing.closest(".chart");
        const table = figure && figure.querySelector("table.data");
        if (!table || !drawing.dataset.label) { return; }
        const heading = figure.querySelector("h1,h2,h3,h4");
        const chart = {figure: figure, drawing: drawing, table: table, id: figure.id,
            title: heading ? heading.textContent : "", none: drawing.dataset.none,
            parameter: drawing.dataset.year, views: []};
        drawing.querySelectorAll("svg[data-axis]").forEach(function (svg) {
            const n = svg.dataset.axis.split(" ").map(Number);
            chart.views.push({svg: svg, first: n[0], last: n[1], left: n[2], right: n[3],
                top: n[4], bottom: n[5]});
        });
        if (chart.views.length) { timed(chart); }
        else if (drawing.querySelector("[data-link]")) { flowing(chart); }
    }

    function idle(work) {
        if (window.requestIdleCallback) { requestIdleCallback(work, {timeout: 3000}); }
        else { setTimeout(work, 50); }
    }

    /* One chart or table at a time, when nothing else goes on. */
    function begin() {
        charts = [];
        hide();
        const drawings = Array.from(document.querySelectorAll("main .chart-drawing"));
        const marked = drawings.find(function (one) { return one.dataset.kept; });
        kept = marked ? +marked.dataset.kept : null;
        if (!live) {
            live = make("p", {class: "visually-hidden", "aria-live": "polite"}, document.body);
        }
        const work = drawings.map(function (drawing) {
            return function () { chartOf(drawing); legends(drawing); };
        });
        document.querySelectorAll("main table.data").forEach(function (table) {
            work.push(function () { sortable(table); });
        });
        document.querySelectorAll("main table.dense").forEach(function (table) {
            if (table.answers) { return; }
            table.answers = true;
            work.push(function () { answering(table); sortable(table); });
        });
        (function next() {
            const end = performance.now() + 8;
            while (work.length && performance.now() < end) { work.shift()(); }
            if (work.length) { idle(next); }
            else { document.documentElement.dataset.live = ""; }
        })();
    }

    function moved() {
        place = null;
        if (box && !box.hidden && !document.activeElement.matches(".chart-hand,.dense a")) { hide(); }
    }

    document.addEventListener("pointerdown", function (event) {
        if (!event.target.closest(".dense,.chart-drawing")) { hide(); }
    });
    window.addEventListener("scroll", moved, {passive: true});
    window.addEventListener("resize", moved, {passive: true});
    document.addEventListener("klimat:page", begin);
    if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", begin); }
    else { begin(); }
})();

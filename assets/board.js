/* Takes a board up: runs Dash's scripts when the page has been painted, lets Dash render the board
   beside the document that is shown, and puts it in its place, in one frame, when its graphs have
   been drawn. Then it keeps the address in step with the controls. */
(function () {
    "use strict";

    document.documentElement.setAttribute("data-board", "");
    var scripts = document.currentScript.dataset.scripts.split(" ");
    var gridScript = document.currentScript.dataset.grid;
    var NOTHING = "-"; /* the value of the choice of nothing */

    function entry() { return document.getElementById("react-entry-point"); }
    function stage() { return document.querySelector(".board-stage"); }

    /* Dash's settings are read when it starts: how the board is drawn is the reader's. Another look
       is another board; what is chosen stands in the address. */
    var looks = {dark: matchMedia("(prefers-color-scheme: dark)"), narrow: matchMedia("(max-width: 48rem)")};

    function dress() {
        var settings = document.getElementById("_dash-config");
        var look = (looks.dark.matches ? "dark" : "light") + (looks.narrow.matches ? "-narrow" : "-wide");
        settings.textContent = settings.textContent.replace("light-wide", look);
        Object.keys(looks).forEach(function (name) {
            var first = looks[name].matches;
            looks[name].addEventListener("change", function () {
                setTimeout(function () { if (looks[name].matches !== first) { location.reload(); } }, 300);
            });
        });
    }

    function begin() {
        var wanted = showsGrid(location.search) ? scripts.concat(gridScript) : scripts;
        var left = wanted.length;
        wanted.forEach(function (source) {
            run(source, function () {
                left -= 1;
                if (left === 0) { start(); }
            }, function () { stage().classList.add("is-failed"); });
        });
    }

    function run(source, then, otherwise) {
        var script = document.createElement("script");
        script.async = false;
        script.src = source;
        script.onload = then;
        script.onerror = otherwise;
        document.head.appendChild(script);
    }

    /* Whether an address shows the rows in a grid, whose scripts no other view needs. */
    function showsGrid(search) {
        var asked = (stage().dataset.grid || "").split("=");
        return asked.length === 2 && new URLSearchParams(search).get(asked[0]) === asked[1];
    }

    function withGrid(search, then, otherwise) {
        if (!showsGrid(search) || window.dash_ag_grid) { then(); } else { run(gridScript, then, otherwise); }
    }

    function start() {
        dress();
        window.renderer = new window.DashRenderer();
        requestAnimationFrame(wait);
    }

    function drawn(graph) { return Boolean(graph._fullLayout && !graph.classList.contains("dash-graph--pending") && graph.querySelector(".main-svg .xtick, .main-svg .point, .main-svg .sankey")); }

    function graphs() { return Array.from(entry().querySelectorAll(".js-plotly-plot")); }

    function wait() {
        var wanted = Number(entry().dataset.graphs);
        var found = graphs();
        if (found.length === wanted && found.every(drawn)) {
            document.dispatchEvent(new Event("board:drawn")); /* a board's own script draws in the same frame */
            takeHold();
        } else { requestAnimationFrame(wait); }
    }

    /* What the reader has begun on in the document goes on in the board. */
    function takeHold() {
        var before = document.getElementById("board-static");
        var focused = before.contains(document.activeElement) ? document.activeElement : null;
        var name = focused && focused.name;
        var changed = fields(before);
        unfold(before);
        stage().classList.add("is-live");
        before.hidden = true;
        var same = name && controls().find(function (one) { return one.id.control === name; });
        if (same) { same.element.focus({preventScroll: true}); }
        changed.forEach(function (pair) {
            var control = controls().find(function (one) { return one.id.control === pair[0]; });
            if (control) { set(control.id, pair[1]); }
        });
        marked = choices(controls().map(function (one) { return {id: one.id, value: one.element.value}; }));
        point();
        document.documentElement.setAttribute("data-ready", "");
        window.addEventListener("popstate", function () {
            withGrid(location.search, function () { apply(location.search); }, function () { location.reload(); });
        });
    }

    /* What is unfolded stays so, in the same order; where the look cannot unfold the choices beside
       the graphs of a wide screen (board.css), it is done here. */
    function unfold(before) {
        var open = before.querySelectorAll("details");
        entry().querySelectorAll("details").forEach(function (each, place) { each.open = Boolean(open[place] && open[place].open); });
        var wide = matchMedia("(min-width: 60rem)").matches && !CSS.supports("selector(::details-content)");
        if (wide) { entry().querySelector(".choices-fold").open = true; }
    }

    function isText(field) { return field.matches("input:not([type=checkbox])"); }

    function stands(field) {
        if (field.type === "checkbox") { return field.checked === field.defaultChecked; }
        if (isText(field)) { return field.value === field.defaultValue; }
        return field.selectedIndex === Array.from(field.options).findIndex(function (one) {
            return one.defaultSelected;
        });
    }

    /* Fields of the document that no longer stand as it was written, by name with their value. */
    function fields(form) {
        var all = Array.from(form.querySelectorAll("select, input"));
        var names = new Set(all.filter(function (field) { return !stands(field); }).map(function (field) {
            return field.name;
        }));
        return Array.from(names).map(function (name) {
            var own = all.filter(function (field) { return field.name === name; });
            if (own[0].type !== "checkbox") { return [name, own[0].value || NOTHING]; }
            return [name, own.filter(function (field) { return field.checked; }).map(function (field) {
                return field.value;
            })];
        });
    }

    /* The controls of the board: their ids are JSON in the page. */
    function controls() {
        return Array.from(entry().querySelectorAll('[id*="\\"control\\""]')).filter(function (one) {
            return one.id[0] === "{";
        }).map(function (one) {
            return {id: JSON.parse(one.id), element: one.matches("select, input") ? one : one.querySelector("input") || one,
                many: !one.matches("select, input")};
        });
    }

    function set(id, value) { window.dash_clientside.set_props(id, {value: value}); }

    /* Back and forward: the controls are set as the address says. */
    var applying = false;

    function apply(search) {
        applying = true;
        choose(search);
        setTimeout(function () { applying = false; });
    }

    function choose(search) {
        var chosen = new URLSearchParams(search);
        controls().forEach(function (one) {
            if (one.element.type === "hidden" && listed(one)) { return; } /* it says that a list is meant */
            var values = chosen.getAll(one.id.control);
            var value = one.many ? values.length ? values : all(one) : values[0] || nothing(one);
            if (!holds(one.id, value)) { set(one.id, value); }
        });
    }

    /* Whether a control has this value: to set it again makes Dash go through the whole board. */
    function holds(id, value) {
        var component = window.dash_component_api.getLayout(id);
        return Boolean(component) && sorted(component.props.value) === sorted(value);
    }

    function sorted(value) { return JSON.stringify([].concat(value || []).map(String).sort()); }

    /* A list in whose field `data-list` names it has all of `data-nothing` where nothing is chosen. */
    function listed(control) { return control && control.element.closest("[data-list]"); }

    function all(control) {
        var field = listed(control);
        return field && field.dataset.list === control.id.control ? field.dataset.nothing.split(" ") : [];
    }

    function isAll(id, inputs) {
        var field = listed(controls().find(function (one) { return one.id.control === id.control; }));
        var list = field && inputs.find(function (one) { return one.id.control === field.dataset.list; });
        return Boolean(list) && [].concat(list.value || []).length === field.dataset.nothing.split(" ").length;
    }

    /* What a control has where it chooses nothing: a slider stands at its end. */
    function nothing(control) {
        var element = control.element;
        if (element.type === "range") { return fromFirst(element) ? element.min : element.max; }
        return element.matches("select") ? NOTHING : "";
    }

    function fromFirst(element) { return element.classList.contains("from-first"); }

    function isNothing(id, value) {
        var own = controls().find(function (one) { return one.id.control === id.control; });
        return Boolean(own) && own.element.type === "range" && nothing(own) === String(value);
    }

    /* The values of the controls that choose one thing, by name. */
    function choices(inputs) {
        var values = {};
        inputs.forEach(function (one) {
            if (typeof one.value === "string") { values[one.id.control] = one.value; }
        });
        return values;
    }

    function address(inputs) {
        var query = new URLSearchParams();
        inputs.forEach(function (one) {
            if (isAll(one.id, inputs)) { return; }
            [].concat(one.value || []).forEach(function (value) {
                if (value && value !== NOTHING && !isNothing(one.id, value)) { query.append(one.id.control, value); }
            });
        });
        var text = query.toString();
        return location.pathname + (text ? "?" + text : "");
    }

    /* Another choice shows its rows from the first page. */
    function firstPage(context, inputs) {
        var page = inputs.find(function (one) { return one.id.control === stage().dataset.page; });
        var others = context.triggered.some(function (one) {
            return one.prop_id.indexOf('"' + stage().dataset.page + '"') < 0;
        });
        if (!page || !page.value || !others || applying || chosenPage) { return inputs; }
        setTimeout(function () { set(page.id, ""); });
        return inputs.filter(function (one) { return one !== page; });
    }
    var chosenPage = false;

    /* Bands over the years that are chosen, and over those that something chosen names. Only the
       shapes of the graphs change, which takes a tenth of the time of another figure; and by
       `update`, of which dcc.Graph does not hear: after a `relayout` it draws the graph anew. */
    function mark(years) {
        graphs().forEach(function (graph) {
            var looks = (graph.layout.meta || {}).bands;
            if (!looks) { return; }
            var before = graph.layout.shapes || [];
            var shapes = before.filter(function (shape) { return !(shape.name in years); });
            looks.forEach(function (look) {
                (years[look.name] || []).forEach(function (year) {
                    shapes.push(Object.assign({}, look, {x0: look.x0 + year, x1: look.x1 + year}));
                });
            });
            if (JSON.stringify(shapes) !== JSON.stringify(before)) { window.Plotly.update(graph, {}, {shapes: shapes}); }
        });
    }

    /* Bars of what is not chosen stand back at once; what else has to do with it the server says. */
    var FADED = 0.25;

    function standBack(name, value) {
        graphs().forEach(function (graph) {
            var own = graph.data.map(function (trace) { return String(trace.meta || "").split(":"); });
            var bars = graph.data.some(function (trace, place) { return trace.type === "bar" && own[place][0] === name; });
            if (!bars || !(graph.layout.meta || {}).bands) { return; }
            window.Plotly.update(graph, {opacity: own.map(function (key) {
                return value === NOTHING || !value || key.slice(1).join(":") === value ? 1 : FADED;
            })}, {});
        });
    }

    /* What has just been chosen is marked before the server is asked. */
    var marked = {};

    function markChosen(after) {
        Object.keys(after).forEach(function (name) {
            if (after[name] === marked[name]) { return; }
            marked[name] = after[name];
            if (name === stage().dataset.year) {
                mark({marked: after[name] === NOTHING || !after[name] ? [] : [Number(after[name])]});
            } else { standBack(name, after[name]); }
        });
    }

    window.dash_clientside = Object.assign({}, window.dash_clientside, {
        board: {
            /* A click chooses its year, and what else its mark stands for; the same again lets go. */
            pick: function (_clicks, values) {
                var context = window.dash_clientside.callback_context;
                var outputs = context.outputs_list;
                var none = outputs.map(function () { return window.dash_clientside.no_update; });
                var trigger = context.triggered[0];
                if (!trigger || !trigger.value || !trigger.value.points.length) { return none; }
                var point = trigger.value.points[0];
                var keys = String(streamKey(trigger, point) || point.customdata || (point.data && point.data.meta) || graphMeta(trigger, point) || "");
                var chosen = {};
                keys.split("\n").forEach(function (key) {
                    var parts = key.split(":");
                    if (parts.length > 1) { chosen[parts[0]] = parts.slice(1).join(":"); }
                });
                if (!(stage().dataset.goal in chosen) && hasYears(graphOf(trigger))) {
                    ["year", "from_year", "to_year"].forEach(function (name) {
                        chosen[stage().getAttribute("data-" + name.replace("_", "-"))] = String(Math.round(point.x));
                    });
                }
                var same = outputs.every(function (one, place) {
                    var wanted = chosen[one.id.control];
                    return wanted === undefined || [].concat(values[place]).map(String).indexOf(wanted) >= 0;
                });
                var after = {};
                outputs.forEach(function (one, place) {
                    var wanted = chosen[one.id.control];
                    if (wanted === undefined) { return; }
                    if (Array.isArray(values[place])) {
                        after[one.id.control] = values[place].filter(function (each) { return each !== wanted; })
                            .concat(same ? [] : [wanted]);
                        return;
                    }
                    after[one.id.control] = !same ? wanted :
                        nothing(controls().find(function (each) { return each.id.control === one.id.control; }));
                });
                markChosen(after);
                return outputs.map(function (one) {
                    var value = after[one.id.control];
                    return value === undefined ? window.dash_clientside.no_update : value;
                });
            },
            /* The bands follow what the server says is drawn. */
            bands: function (drawn) {
                if (drawn) { mark({linked: drawn.linked, marked: drawn.marked}); }
                return window.dash_clientside.no_update;
            },
            /* The address follows the controls. */
            keep: function () {
                var context = window.dash_clientside.callback_context;
                var inputs = firstPage(context, [].concat.apply([], context.inputs_list));
                var next = address(inputs);
                markChosen(choices(inputs));
                if (!applying && next !== location.pathname + location.search) {
                    history.pushState({}, "", next);
                }
                document.dispatchEvent(new CustomEvent("klimat:address"));
                return window.dash_clientside.no_update;
            }
        }
    });

    /* A line over all graphs at the year that the pointer is on in one of them. */
    function point() {
        var line = document.createElement("div");
        line.className = "board-cursor";
        line.hidden = true;
        entry().querySelector(".board-graphs").appendChild(line);
        var timed = graphs().filter(hasYears);
        timed.forEach(function (graph) {
            graph.on("plotly_hover", function (event) {
                var axis = graph._fullLayout.xaxis, frame = line.parentNode.getBoundingClientRect();
                var left = graph.getBoundingClientRect().left - frame.left;
                line.style.top = timed[0].getBoundingClientRect().top - frame.top + "px";
                line.style.left = left + axis._offset + axis.l2p(Math.round(event.points[0].x)) + "px";
                line.hidden = false;
            });
            graph.on("plotly_unhover", function () { line.hidden = true; });
        });
    }

    /* The tables and links of the document follow the address too: they are fetched when somebody
       turns to them, not after each choice. */
    var FOLLOWS = ["#board-tables", ".site-language", "section.share"];
    var FOCUSABLE = "a, summary, button, input, [tabindex]";
    var behind = false; /* whether the address has moved on since they were written */

    function follow() {
        var wanted = location.href;
        behind = false;
        return fetch(wanted, {credentials: "same-origin"}).then(function (response) {
            return response.ok ? response.text() : null;
        }).then(function (text) {
            if (!text || location.href !== wanted) { behind = true; return; }
            var fresh = new DOMParser().parseFromString(text, "text/html");
            FOLLOWS.forEach(function (selector) {
                var mine = document.querySelector(selector);
                var theirs = fresh.querySelector(selector);
                if (mine && theirs) { put(theirs, mine); }
            });
        }, function () { behind = true; /* the board itself goes on */ });
    }

    /* What is open stays open, and the focus where it was. */
    function put(theirs, mine) {
        mine.querySelectorAll("details[open][id]").forEach(function (one) {
            var same = theirs.querySelector("#" + one.id);
            if (same) { same.open = true; }
        });
        var place = Array.from(mine.querySelectorAll(FOCUSABLE)).indexOf(document.activeElement);
        mine.replaceWith(theirs);
        var focus = place < 0 ? null : theirs.querySelectorAll(FOCUSABLE)[place];
        if (focus) { focus.focus({preventScroll: true}); }
    }

    function isOpen() { return Boolean(document.querySelector("#board-tables details[open]")); }

    var timer = 0;
    document.addEventListener("klimat:address", function () {
        behind = true;
        clearTimeout(timer);
        if (isOpen()) { timer = setTimeout(follow, 400); }
    });
    ["pointerover", "focusin"].forEach(function (kind) {
        document.addEventListener(kind, function (event) {
            if (behind && event.target.closest && event.target.closest(FOLLOWS.join(","))) { follow(); }
        });
    });
    document.addEventListener("click", function (event) {
        var link = behind && event.target.closest && event.target.closest(".site-language a");
        if (!link) { return; }
        event.preventDefault();
        follow().then(function () { location.assign(document.querySelector(".site-language a").href); });
    });

    /* Dash leaves the trace out of what it tells of a click, but for its number. */
    function graphMeta(trigger, point) {
        var trace = (graphOf(trigger) || {data: []}).data[point.curveNumber];
        return trace && trace.meta;
    }

    /* What a node or a stream of flows chooses stands beside the drawing: plotly tells its number. */
    function streamKey(trigger, point) {
        var keys = ((graphOf(trigger) || {layout: {}}).layout.meta || {});
        return keys.links ? (point.layer === undefined ? keys.links : keys.nodes)[point.pointNumber] : "";
    }

    function graphOf(trigger) {
        var id = trigger.prop_id.slice(0, trigger.prop_id.lastIndexOf("."));
        var holder = document.getElementById(id);
        return holder && (holder.matches(".js-plotly-plot") ? holder : holder.querySelector(".js-plotly-plot"));
    }

    /* Graphs on the axis of years have bands; others have no year to choose. */
    function hasYears(graph) { return Boolean(graph && (graph.layout.meta || {}).bands); }

    /* The chip of what is marked lets go of all of it. */
    document.addEventListener("click", function (event) {
        var chip = event.target.closest && event.target.closest("#react-entry-point a[data-clear]");
        if (!chip || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
        event.preventDefault();
        var names = chip.dataset.clear.split(" ");
        controls().forEach(function (one) {
            if (names.indexOf(one.id.control) >= 0) { set(one.id, nothing(one)); }
        });
    });

    /* An entry of a legend chooses what a click on what it names does, without a new document. */
    document.addEventListener("click", function (event) {
        var link = event.target.closest && event.target.closest("#react-entry-point a[data-key]");
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
        var parts = link.dataset.key.split(":");
        var value = parts.slice(1).join(":");
        var control = controls().find(function (one) { return one.id.control === parts[0]; });
        if (!control) { return; }
        event.preventDefault();
        var after = {};
        after[parts[0]] = control.element.value === value ? nothing(control) : value;
        markChosen(after);
        set(control.id, after[parts[0]]);
    });

    /* A link that chooses does so without a new document. */
    document.addEventListener("click", function (event) {
        var link = event.target.closest && event.target.closest("#react-entry-point a[data-choice]");
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
        event.preventDefault();
        var search = new URL(link.href).search;
        withGrid(search, function () {
            chosenPage = true;
            choose(search);
            setTimeout(function () { chosenPage = false; }, 50);
        }, function () { location.assign(link.href); });
    });

    function whole() { return document.readyState !== "loading"; }

    function first() {
        if (whole() && document.querySelector("main h1")) { setTimeout(begin); }
        else { requestAnimationFrame(first); }
    }
    requestAnimationFrame(first);
})();

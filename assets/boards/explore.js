/* The board of all municipalities: what a brush takes is marked in all views before the server is
   asked, and sets the limits that the form has; and the year plays. Dots are drawn here, where plotly
   says that they are: it styles each of hundreds by itself, twice. Marks of a brush are drawn on a
   canvas over each view, whose own drawing stands back meanwhile. */
(function () {
    "use strict";

    var MAP = "karta", TIME = "over-tid", SCATTER = "spridning", RANKING = "rangordning";
    var MANY = 40; /* lines that would hide each other */
    var FEWEST = 8; /* pixels that make a brush of a click */
    var STEP = 700; /* milliseconds, at the least, from one year to the next while it plays */
    var WAIT = 500; /* milliseconds after which a brush that plotly takes for none is forgotten */
    var marked = null; /* the keys of who is marked; null where nobody is */
    var data = null; /* what the server tells of the members (layouts/boards/explore/series.py) */
    var held = false; /* whether the graphs are drawn and the board has taken hold */
    var brushing = null; /* the graph that a brush is drawn in, and the way of the pointer */
    var waiting = 0; /* the timer of that */
    var measured = new WeakMap(); /* graph → where its dots are, until plotly draws it anew */

    function graphs() {
        return Array.from(document.querySelectorAll("#react-entry-point .js-plotly-plot"));
    }
    function chartOf(graph) { return graph.closest("figure").id; }
    function each(values, number) { return Array.isArray(values) ? values[number] : values; }

    /* Where a graph's dots are, in its own pixels. */
    function measure(graph) {
        if (measured.has(graph)) { return measured.get(graph); }
        var trace = graph.data[0], layout = graph._fullLayout, count = trace.x.length;
        var dots = {
            keys: trace.customdata, x: new Float32Array(count), y: new Float32Array(count),
            radii: new Float32Array(count), colours: []
        };
        for (var i = 0; i < count; i += 1) {
            dots.x[i] = layout._size.l + layout.xaxis.d2p(trace.x[i]);
            dots.y[i] = layout._size.t + layout.yaxis.d2p(trace.y[i]);
            dots.radii[i] = each(trace.marker.size, i) / 2;
            dots.colours.push(each(trace.marker.color, i));
        }
        measured.set(graph, dots);
        return dots;
    }

    /* The dots of a graph as elements of its drawing, under the names that plotly writes. */
    function dot(graph) {
        var layer = graph.querySelector(".scatterlayer .trace"), size = graph._fullLayout._size;
        if (!layer || [SCATTER, RANKING].indexOf(chartOf(graph)) < 0) { return; }
        var dots = measure(graph), marker = graph.data[0].marker, group = layer.querySelector(".dots");
        if (!group) {
            group = document.createElementNS("http://www.w3.org/2000/svg", "g");
            group.setAttribute("class", "dots");
            layer.prepend(group);
        }
        group.setAttribute("stroke-width", marker.line.width);
        group.innerHTML = dots.keys.map(function (_key, i) {
            var symbol = each(marker.symbol, i), open = symbol === "circle-open";
            return '<path d="' + outline(symbol, dots.x[i] - size.l, dots.y[i] - size.t, dots.radii[i]) +
                '" fill="' + (open ? "none" : dots.colours[i]) +
                '" stroke="' + (open ? dots.colours[i] : each(marker.line.color, i)) +
                '" opacity="' + each(marker.opacity, i) + '"/>';
        }).join("");
    }

    var ARROWS = {up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0]}; /* where a triangle points */

    function outline(symbol, x, y, radius) {
        var way = ARROWS[symbol.replace("triangle-", "")];
        if (!way) { return "M" + (x - radius) + "," + y + arc(radius, 2 * radius) + arc(radius, -2 * radius) + "Z"; }
        var tip = [x + way[0] * radius, y + way[1] * radius];
        var side = 1.1547 * radius; /* of an equal-sided triangle: 2 / √3 */
        return "M" + tip + [1, -1].map(function (turn) {
            return "L" + [x - way[0] * radius / 2 + turn * way[1] * side, y - way[1] * radius / 2 - turn * way[0] * side];
        }).join("") + "Z";
    }

    function arc(radius, across) { return "a" + radius + "," + radius + ",0,1,0," + across + ",0"; }

    /* The lines of the members over time, by key. */
    function linesOf(graph) {
        if (measured.has(graph)) { return measured.get(graph); }
        var layout = graph._fullLayout, left = layout._size.l, top = layout._size.t, paths = {};
        Object.keys(data.lines).forEach(function (key) {
            var path = paths[key] = new Path2D(), pen = "moveTo";
            data.lines[key].forEach(function (value, place) {
                if (value === null) { pen = "moveTo"; return; }
                path[pen](left + layout.xaxis.l2p(data.years[place]), top + layout.yaxis.l2p(value));
                pen = "lineTo";
            });
        });
        measured.set(graph, paths);
        return paths;
    }

    /* An empty canvas over a graph's drawing, under its hover texts. */
    function canvasOf(graph, number) {
        var drawing = graph.querySelector(".main-svg"), canvas = graph.querySelector("canvas.marks");
        var wide = graph._fullLayout.width, tall = graph._fullLayout.height;
        var ratio = window.devicePixelRatio || 1;
        if (!canvas) {
            canvas = document.createElement("canvas");
            canvas.className = "marks";
            canvas.setAttribute("aria-hidden", "true");
            drawing.after(canvas);
        }
        if (canvas.width !== Math.round(wide * ratio) || canvas.height !== Math.round(tall * ratio)) {
            canvas.width = Math.round(wide * ratio);
            canvas.height = Math.round(tall * ratio);
        }
        canvas.dataset.marked = number;
        var context = canvas.getContext("2d");
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, wide, tall);
        return context;
    }

    /* Marks these keys in all views. */
    function paint(keys) {
        marked = keys;
        graphs().forEach(function (graph) {
            if (!graph.data || !graph.data.length) { return; }
            if (chartOf(graph) === TIME) { lines(graph); } else { marks(graph, keys); }
        });
    }

    function marks(graph, keys) {
        var dots = measure(graph), context = canvasOf(graph, keys.size);
        graph.classList.add("brushed");
        for (var i = 0; i < dots.keys.length; i += 1) {
            if (!keys.has(dots.keys[i])) { continue; }
            context.fillStyle = dots.colours[i];
            context.beginPath();
            context.arc(dots.x[i], dots.y[i], dots.radii[i], 0, 7);
            context.fill();
        }
    }

    /* The marked over time, as thin lines. */
    function lines(graph) {
        var keys = marked || new Set(), context = canvasOf(graph, keys.size), size = graph._fullLayout._size;
        if (!data || !keys.size) { return; }
        var paths = linesOf(graph), whole = new Path2D();
        keys.forEach(function (key) { if (paths[key]) { whole.addPath(paths[key]); } });
        context.strokeStyle = graph._fullLayout.font.color;
        context.globalAlpha = keys.size > MANY ? 0.2 : 0.5;
        context.save();
        context.beginPath();
        context.rect(size.l, size.t, size.w, size.h);
        context.clip(); /* who lies beyond the axis goes out of the graph at its edge */
        context.stroke(whole);
        context.restore();
    }

    /* Plotly's own drawing holds again. */
    function settle(graph) {
        if (chartOf(graph) === TIME) { lines(graph); return; }
        graph.classList.remove("brushed");
        if (graph.querySelector("canvas.marks")) { canvasOf(graph, 0); }
    }

    function settleAll() {
        marked = data.marked && new Set(data.marked);
        graphs().forEach(settle);
    }

    function keysOf(points) {
        return new Set(points.map(function (point) { return point.customdata; }));
    }

    function listen(graph) {
        if (graph.dataset.listens) { return; }
        graph.dataset.listens = "yes";
        graph.on("plotly_afterplot", function () {
            measured.delete(graph);
            dot(graph);
            if (!brushing) { settle(graph); }
        });
        dot(graph);
    }

    /* A brush is followed once for each picture of the screen: plotly itself tells of it only every
       fiftieth millisecond. */
    document.addEventListener("pointerdown", function (event) {
        var field = event.target.closest && event.target.closest("#react-entry-point .nsewdrag");
        var graph = field && field.closest(".js-plotly-plot");
        if (!data || !graph || chartOf(graph) === TIME || !graph._fullLayout.dragmode) { return; }
        clearTimeout(waiting);
        var inside = field.getBoundingClientRect(), size = graph._fullLayout._size;
        brushing = {graph: graph, left: inside.left - size.l, top: inside.top - size.t, way: [], frame: 0};
        follow(event);
    }, true);
    document.addEventListener("pointermove", function (event) {
        if (!brushing) { return; }
        follow(event);
        brushing.frame = brushing.frame || requestAnimationFrame(step);
    }, true);
    ["pointerup", "pointercancel"].forEach(function (name) {
        document.addEventListener(name, function () {
            if (brushing && brushing.painted) { waiting = setTimeout(settleAll, WAIT); }
            brushing = null;
        }, true);
    });

    /* In whole pixels of the screen, as the mouse tells plotly. */
    function follow(event) {
        brushing.way.push([Math.floor(event.clientX) - brushing.left, Math.floor(event.clientY) - brushing.top]);
    }

    function step() {
        if (!brushing) { return; }
        brushing.frame = 0;
        var way = brushing.way, start = way[0], end = way[way.length - 1];
        if (way.length < 2 || Math.hypot(end[0] - start[0], end[1] - start[1]) < FEWEST) { return; }
        var layout = brushing.graph._fullLayout, dots = measure(brushing.graph), keys = new Set();
        var holds = layout.dragmode === "lasso" ? ring(way) : box(start, end, layout.selectdirection === "v");
        for (var i = 0; i < dots.keys.length; i += 1) {
            if (holds(dots.x[i], dots.y[i])) { keys.add(dots.keys[i]); }
        }
        brushing.painted = true;
        paint(keys);
    }

    function box(start, end, high) {
        var left = high ? -Infinity : Math.min(start[0], end[0]), right = high ? Infinity : Math.max(start[0], end[0]);
        var top = Math.min(start[1], end[1]), bottom = Math.max(start[1], end[1]);
        return function (x, y) { return x >= left && x <= right && y >= top && y <= bottom; };
    }

    /* Whether a point lies inside a closed way: how often a ray from it crosses the way. */
    function ring(way) {
        return function (x, y) {
            var inside = false;
            for (var i = 0, j = way.length - 1; i < way.length; j = i, i += 1) {
                var a = way[i], b = way[j];
                if (a[1] > y !== b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) { inside = !inside; }
            }
            return inside;
        };
    }

    /* What a brush asks for, by the names of the controls: a box around dots the limits of the axes,
       a ring, or one on the map, the codes of the places. */
    function asked(chart, selected) {
        var names = data.names, after = {};
        [names.x_from, names.x_to, names.y_from, names.y_to].forEach(function (name) { after[name] = ""; });
        if (chart === MAP || selected.lassoPoints) {
            after[names.place] = Array.from(keysOf(selected.points)).slice(0, data.most).map(function (key) {
                return key.split(":")[1];
            });
            return after;
        }
        var box = selected.range || {};
        var cut = chart === SCATTER ? data.cut : {};
        if (chart === SCATTER && box.x) { limits(after, names.x_from, names.x_to, box.x, data.across, cut.x); }
        if (box.y) { limits(after, names.y_from, names.y_to, box.y, data.divisor, cut.y); }
        return after;
    }

    /* An end that is beyond where the axis is cut limits nothing. */
    function limits(after, from, to, ends, divisor, cut) {
        [from, to].forEach(function (name, place) {
            var value = Math[place ? "max" : "min"].apply(null, ends) * divisor;
            if (cut && (place ? value >= cut[1] : value <= cut[0])) { return; }
            after[name] = String(Number(value.toPrecision(6)).toFixed(4)).replace(/\.?0+$/, "");
        });
    }

    function brush(_selected, values) {
        var context = window.dash_clientside.callback_context;
        var trigger = context.triggered[0];
        var none = context.outputs_list.map(function () { return window.dash_clientside.no_update; });
        if (!data || !trigger || !trigger.value || !trigger.value.points) { return none; }
        var chart = JSON.parse(trigger.prop_id.slice(0, trigger.prop_id.lastIndexOf("."))).chart;
        if (chart === TIME) { return none; }
        clearTimeout(waiting);
        if (!trigger.value.points.length) { settleAll(); return none; }
        paint(keysOf(trigger.value.points));
        var after = asked(chart, trigger.value);
        return context.outputs_list.map(function (output, place) {
            var value = after[output.id.control];
            return value === undefined || value === values[place] ? none[place] : value;
        });
    }

    /* The years that have values, one after the other, each when the one before it is drawn. */
    var playing = null;

    function play(button) {
        if (playing) { playing = null; label(button); return; }
        var chosen = Number(document.querySelector('#react-entry-point input[type="range"]').value);
        var years = data.known.filter(function (year) { return year > chosen; });
        playing = years.length ? years : data.known.slice();
        label(button);
        next();
    }

    function next() {
        if (!playing) { return; }
        if (!playing.length) { playing = null; label(document.querySelector("#react-entry-point .play")); return; }
        var year = playing.shift();
        window.dash_clientside.set_props({board: "explore", control: data.names.year}, {value: String(year)});
    }

    function label(button) { button.textContent = button.dataset[playing ? "stop" : "play"]; }

    document.addEventListener("click", function (event) {
        var button = event.target.closest && event.target.closest("#react-entry-point .play");
        if (button && data) { play(button); }
    });

    /* What the server tells of the members, and of who is marked. */
    function take(series) {
        data = series;
        marked = series.marked && new Set(series.marked);
        measured = new WeakMap();
        if (held) { draw(); }
        if (playing) { setTimeout(next, STEP); }
        return window.dash_clientside.no_update;
    }

    document.addEventListener("board:drawn", function () {
        held = true;
        draw();
    });

    function draw() {
        graphs().forEach(listen);
        if (data) { graphs().filter(function (graph) { return chartOf(graph) === TIME; }).forEach(lines); }
    }

    window.dash_clientside = Object.assign({}, window.dash_clientside, {
        explore: {brush: brush, take: take}
    });
}());

/* The board of all municipalities: what a brush or a click takes is marked in all views before the
   server is asked, a brush sets the limits that the form has, and the year plays. Over time the
   marked have thin lines of their own values; all else that the board says comes from the server. */
(function () {
    "use strict";

    var MAP = "karta", TIME = "over-tid", SCATTER = "spridning";
    var OPACITY = {dots: [0.9, 0.3], places: [1, 0]}; /* of what is marked, and of the others */
    var MANY = 40; /* lines that would hide each other */
    var STEP = 700; /* milliseconds, at the least, from one year to the next while it plays */
    var marked = null; /* the keys of who is marked; null where nobody is */
    var data = null; /* what the server tells of the members (layouts/boards/explore/series.py) */

    function graphs() {
        return Array.from(document.querySelectorAll("#react-entry-point .js-plotly-plot"));
    }
    function chartOf(graph) { return graph.closest("figure").id; }

    /* Marks these keys in all views but the one that the reader draws in; `null` marks nobody. Marks
       are written upon what plotly has drawn: to have it draw anew takes fifty times as long. */
    function paint(keys, but) {
        marked = keys;
        graphs().forEach(function (graph) {
            if (graph === but || !graph.data || !graph.data.length) { return; }
            if (chartOf(graph) === TIME) { lines(graph); return; }
            var look = OPACITY[chartOf(graph) === MAP ? "places" : "dots"];
            var none = chartOf(graph) === MAP ? 0 : look[0];
            var points = graph.querySelectorAll(".scatterlayer .trace .points > path");
            graph.data[0].customdata.forEach(function (key, place) {
                if (points[place]) { points[place].style.opacity = keys ? look[keys.has(key) ? 0 : 1] : none; }
            });
        });
    }

    /* The marked over time, as thin lines below the group's. */
    function lines(graph) {
        var plot = graph.querySelector(".cartesianlayer .overplot > .xy, .cartesianlayer .plot");
        if (!plot || !data) { return; }
        var axes = graph._fullLayout;
        var path = "";
        (marked || []).forEach(function (key) {
            var pen = "M";
            (data.lines[key] || []).forEach(function (value, place) {
                if (value === null) { pen = "M"; return; }
                path += pen + axes.xaxis.l2p(data.years[place]).toFixed(1) + "," + axes.yaxis.l2p(value).toFixed(1);
                pen = "L";
            });
        });
        var drawn = plot.querySelector(".marked-lines");
        if (!drawn) {
            drawn = document.createElementNS("http://www.w3.org/2000/svg", "path");
            drawn.setAttribute("class", "marked-lines");
            plot.insertBefore(drawn, plot.firstChild);
        }
        drawn.setAttribute("d", path);
        drawn.setAttribute("stroke-opacity", marked && marked.size > MANY ? "0.4" : "1");
    }

    function keysOf(points) {
        return new Set(points.map(function (point) { return point.customdata; }));
    }

    /* While a box is drawn, once for each picture of the screen. */
    function listen(graph) {
        if (graph.dataset.listens) { return; }
        graph.dataset.listens = "yes";
        if (chartOf(graph) === TIME) { graph.on("plotly_afterplot", function () { lines(graph); }); return; }
        var newest = null;
        graph.on("plotly_selecting", function (event) {
            var waits = newest !== null;
            newest = event && event.points;
            if (waits || !newest) { return; }
            requestAnimationFrame(function () {
                if (newest) { paint(keysOf(newest), graph); }
                newest = null;
            });
        });
    }

    /* What a brush asks for, by the names of the controls: of dots the limits of the axes, of places
       on the map their codes. */
    function asked(chart, selected) {
        var names = data.names, after = {};
        [names.x_from, names.x_to, names.y_from, names.y_to].forEach(function (name) { after[name] = ""; });
        if (chart === MAP) {
            after[names.place] = Array.from(keysOf(selected.points)).slice(0, data.most).map(function (key) {
                return key.split(":")[1];
            });
            return after;
        }
        var box = selected.range || {};
        if (chart === SCATTER && box.x) { limits(after, names.x_from, names.x_to, box.x); }
        if (box.y) { limits(after, names.y_from, names.y_to, box.y, data.divisor); }
        return after;
    }

    function limits(after, from, to, ends, divisor) {
        [from, to].forEach(function (name, place) {
            var value = Math[place ? "max" : "min"].apply(null, ends) * (divisor || data.across);
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
        if (!trigger.value.points.length) { paint(data.marked && new Set(data.marked)); return none; }
        paint(keysOf(trigger.value.points), null);
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
        whenDrawn(function () {
            graphs().forEach(listen);
            graphs().filter(function (graph) { return chartOf(graph) === TIME; }).forEach(lines);
        });
        if (playing) { setTimeout(next, STEP); }
        return window.dash_clientside.no_update;
    }

    function whenDrawn(then) {
        var ready = graphs().length === 4 && graphs().every(function (graph) { return graph.on && graph._fullLayout; });
        if (ready) { then(); } else { setTimeout(whenDrawn, 100, then); }
    }

    window.dash_clientside = Object.assign({}, window.dash_clientside, {
        explore: {brush: brush, take: take}
    });
}());

/* The browser's half of `layouts/boards/region.py` and `parts.py`: elements whose inside is ready HTML,
   and lists of choices with counts, all written in one go. When a region is written anew the focus goes
   to the link that stands for the same, and what is unfolded stays so; in a table of shades arrow keys
   go from figure to figure, and the table is one stop of the tab key. */
(function () {
    "use strict";

    var React = window.React;
    var STEPS = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]};

    function links(element) { return Array.from(element.querySelectorAll("a[href], summary")); }

    function folds(element) { return Array.from(element.querySelectorAll("details")); }

    /* What a link stands for, whatever figure it shows: in a table its row and its column. */
    function nameOf(link) {
        var cell = link.closest("td");
        if (!cell) { return link.textContent; }
        var row = cell.parentNode;
        var head = row.closest("table").querySelector("thead tr");
        return [row.cells[0], head && head.cells[cell.cellIndex]].map(function (each) {
            return each ? each.textContent : "";
        }).join("\n");
    }

    function focusOn(element, before) {
        var there = links(element);
        var same = there.find(function (link) { return nameOf(link) === before.name; });
        var link = same || there[Math.min(before.place, there.length - 1)];
        if (link) { link.focus({preventScroll: true}); }
    }

    function linkIn(table, row, column) {
        var cell = (table.rows[row] || {cells: []}).cells[column];
        return cell && cell.querySelector("a");
    }

    /* The next link from a cell in a direction, over cells without one. */
    function next(table, cell, step) {
        var row = cell.parentNode.rowIndex;
        var column = cell.cellIndex;
        do {
            row += step[0];
            column += step[1];
            var link = linkIn(table, row, column);
            if (link) { return link; }
        } while (row >= 0 && column >= 0 && row < table.rows.length && column < table.rows[0].cells.length);
        return null;
    }

    function asGrid(table) {
        table.setAttribute("role", "grid");
        Array.from(table.querySelectorAll("a")).forEach(function (link, place) { link.tabIndex = place ? -1 : 0; });
    }

    document.addEventListener("focusin", function (event) {
        var table = event.target.closest && event.target.closest("table[role=grid].heat");
        if (!table || event.target.tabIndex === 0) { return; }
        table.querySelectorAll('a[tabindex="0"]').forEach(function (link) { link.tabIndex = -1; });
        event.target.tabIndex = 0;
    });

    document.addEventListener("keydown", function (event) {
        var table = event.target.closest && event.target.closest("table[role=grid].heat");
        if (!table || event.altKey || event.metaKey) { return; }
        var cell = event.target.closest("td, th");
        var link = null;
        if (event.key in STEPS) { link = next(table, cell, STEPS[event.key]); }
        if (event.key === "Home" || event.key === "End") {
            var all = links(event.ctrlKey ? table : cell.parentNode);
            link = all[event.key === "Home" ? 0 : all.length - 1];
        }
        if (!link) { return; }
        event.preventDefault();
        link.focus();
    });

    /* What the callback has written last: regions by name, lists of choices by control. */
    var written = {regions: {}, choices: {}};
    var listening = new Set();

    function listen(one) {
        listening.add(one);
        return function () { listening.delete(one); };
    }

    /* What has been written for a component of a stringified id; what it was made with, if nothing. */
    function usePart(kind, id, key, otherwise) {
        var name = React.useMemo(function () { return id ? JSON.parse(id)[key] : ""; }, [id, key]);
        var part = React.useSyncExternalStore(listen, function () { return written[kind][name]; });
        return part === undefined ? otherwise : part;
    }

    function same(one, other) { return JSON.stringify(one) === JSON.stringify(other); }

    function Parts(props) {
        React.useLayoutEffect(function () {
            if (!props.parts) { return; }
            Object.keys(written).forEach(function (kind) {
                var before = written[kind];
                written[kind] = Object.assign({}, before);
                Object.keys(props.parts[kind]).forEach(function (name) {
                    var part = props.parts[kind][name];
                    if (!same(part, before[name])) { written[kind][name] = part; }
                });
            });
            listening.forEach(function (one) { one(); });
        }, [props.parts]);
        return null;
    }

    function CountedList(props) {
        var own = React.useRef(null);
        var choices = usePart("choices", props.id, "control", props.choices);
        var chosen = props.value || [];
        var active = document.activeElement;
        var focused = own.current && own.current.contains(active) ? active.value : null;
        React.useLayoutEffect(function () {
            if (focused === null || own.current.contains(document.activeElement)) { return; }
            var moved = Array.from(own.current.querySelectorAll("input")).find(function (box) { return box.value === focused; });
            if (moved) { moved.focus({preventScroll: true}); }
        }, [choices]);
        function tick(value) {
            var others = chosen.filter(function (each) { return each !== value; });
            props.setProps({value: others.length < chosen.length ? others : others.concat(value)});
        }
        return React.createElement("div", {id: props.id, ref: own, className: props.className}, choices.map(function (each) {
            var boxId = "box-" + each.value + "-" + props.id;
            return React.createElement("div", {key: each.value, className: "form-check"},
                React.createElement("input", {
                    type: "checkbox", id: boxId, className: "form-check-input", value: each.value,
                    checked: chosen.indexOf(each.value) >= 0, onChange: function () { tick(each.value); }
                }),
                React.createElement("label", {htmlFor: boxId, className: "form-check-label"},
                    React.createElement("span", {className: "choice"},
                        React.createElement("span", {className: "choice-name"}, each.label),
                        React.createElement("span", {className: "choice-count"}, each.count))));
        }));
    }

    function Region(props) {
        var own = React.useRef(null);
        var markup = usePart("regions", props.id, "region", props).markup;
        var element = own.current;
        var place = element ? links(element).indexOf(document.activeElement) : -1;
        var before = place < 0 ? null : {place: place, name: nameOf(document.activeElement)};
        var open = element ? folds(element).map(function (fold) { return fold.open; }) : [];
        React.useLayoutEffect(function () {
            own.current.querySelectorAll("table.heat").forEach(asGrid);
            folds(own.current).forEach(function (fold, number) { fold.open = Boolean(open[number]); });
            if (before && !own.current.contains(document.activeElement)) { focusOn(own.current, before); }
        }, [markup]);
        return React.createElement(props.tag, Object.assign({id: props.id, ref: own}, props.attributes, {
            dangerouslySetInnerHTML: {__html: markup}
        }));
    }

    window.klimat_boards = {CountedList: CountedList, Parts: Parts, Region: Region};
})();

/* The browser's half of `layouts/boards/region.py`: an element whose inside is ready HTML. When it is
   written anew the focus goes to the link that stands for the same, and what is unfolded stays so; in
   a table of shades arrow keys go from figure to figure, and the table is one stop of the tab key. */
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

    function Region(props) {
        var own = React.useRef(null);
        var element = own.current;
        var place = element ? links(element).indexOf(document.activeElement) : -1;
        var before = place < 0 ? null : {place: place, name: nameOf(document.activeElement)};
        var open = element ? folds(element).map(function (fold) { return fold.open; }) : [];
        React.useLayoutEffect(function () {
            own.current.querySelectorAll("table.heat").forEach(asGrid);
            folds(own.current).forEach(function (fold, number) { fold.open = Boolean(open[number]); });
            if (before && !own.current.contains(document.activeElement)) { focusOn(own.current, before); }
        }, [props.markup]);
        return React.createElement(props.tag, Object.assign({id: props.id, ref: own}, props.attributes, {
            dangerouslySetInnerHTML: {__html: props.markup}
        }));
    }

    window.klimat_boards = {Region: Region};
})();

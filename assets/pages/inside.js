/* A grid of cells (table[data-cells]): arrows, Enter lead up and down a column, and cells that are
   pasted from a spreadsheet fill those from where they were pasted on. Without this script every
   cell is a field like any other. */
(function () {
    "use strict";

    function place(field) {
        var cell = field.closest("td");
        return { row: cell.parentNode, column: cell.cellIndex };
    }

    function fieldAt(row, column) {
        var cell = row && row.cells[column];
        return cell ? cell.querySelector("input, select") : null;
    }

    document.addEventListener("keydown", function (event) {
        var field = event.target;
        if (!field.closest || !field.closest("table[data-cells]") || field.tagName !== "INPUT") { return; }
        var up = event.key === "ArrowUp";
        if (!up && event.key !== "ArrowDown" && event.key !== "Enter") { return; }
        var at = place(field);
        var next = fieldAt(up ? at.row.previousElementSibling : at.row.nextElementSibling, at.column);
        event.preventDefault(); /* Enter in a cell is not yet the whole form's */
        if (next) { next.focus(); if (next.select) { next.select(); } }
    });

    document.addEventListener("paste", function (event) {
        var field = event.target;
        if (!field.closest || !field.closest("table[data-cells]")) { return; }
        var text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
        if (!/[\t\n]/.test(text)) { return; }
        event.preventDefault();
        var at = place(field), row = at.row;
        text.split(/\r?\n/).forEach(function (line) {
            line.split("\t").forEach(function (value, number) {
                var target = fieldAt(row, at.column + number);
                if (target) { target.value = value.trim(); }
            });
            row = row && row.nextElementSibling;
        });
    });
})();

/* A grid of cells (table[data-cells]): arrows and Enter lead from cell to cell, and cells that are
   pasted from a spreadsheet fill those from where they were pasted on; Ctrl+Z takes them back.
   `data-cells` is how many rows it may grow to. Without this script every cell is a field like any
   other. */
(function () {
    "use strict";

    var CELL = "table[data-cells] input, table[data-cells] select";
    var pasted = []; /* what the last paste took the place of */

    function rowOf(field) { return field.closest("tr"); }

    function fieldAt(row, column) {
        var cell = row && row.cells[column];
        return cell ? cell.querySelector("input, select") : null;
    }

    /* The row after this one; a new one where the grid may grow. */
    function rowAfter(row, grows) {
        var body = row.parentNode;
        if (row.nextElementSibling || !grows) { return row.nextElementSibling; }
        var number = Number(row.cells[0].textContent);
        if (number >= Number(body.parentNode.getAttribute("data-cells"))) { return null; }
        var fresh = row.cloneNode(true);
        fresh.cells[0].textContent = String(number + 1);
        fresh.querySelectorAll("input, select").forEach(function (field) {
            field.name = field.name.replace("-" + number + "-", "-" + (number + 1) + "-");
            field.value = "";
            field.setAttribute("aria-label",
                field.getAttribute("aria-label").replace(String(number), String(number + 1)));
            field.removeAttribute("aria-invalid");
            field.removeAttribute("aria-describedby");
        });
        body.appendChild(fresh);
        return fresh;
    }

    /* A list takes one of its words, by what it is called or sent as. */
    function put(field, value) {
        var wanted = value;
        if (field.tagName === "SELECT") {
            var option = Array.from(field.options).find(function (each) {
                return [each.value, each.text].some(function (word) {
                    return word.toLowerCase() === value.toLowerCase();
                });
            });
            if (!option) { return false; }
            wanted = option.value;
        }
        pasted.push({ field: field, before: field.value, after: wanted });
        field.value = wanted;
        return true;
    }

    function tell(field, filled, leftOut) {
        var status = field.closest(".scroll").parentNode.querySelector("[data-pasted]");
        var words = status.getAttribute("data-pasted").replace("{n}", filled);
        if (leftOut) { words += " " + status.getAttribute("data-left").replace("{n}", leftOut); }
        status.textContent = words;
    }

    function changed(field) { field.dispatchEvent(new Event("input", { bubbles: true })); }

    function focus(field) {
        field.focus();
        if (field.select) { field.select(); }
    }

    /* Whether an arrow would leave the text of a field: a list has none. */
    function atEdge(field, left) {
        if (field.tagName === "SELECT") { return true; }
        var length = field.value.length;
        if (field.selectionStart === 0 && field.selectionEnd === length) { return true; }
        return field.selectionStart === field.selectionEnd &&
            field.selectionStart === (left ? 0 : length);
    }

    /* The field that a key leads to; none where it is the field's own. */
    function next(event) {
        var field = event.target;
        var row = rowOf(field);
        var column = field.closest("td").cellIndex;
        var isList = field.tagName === "SELECT";
        switch (event.key) {
        case "ArrowLeft": return atEdge(field, true) ? fieldAt(row, column - 1) : null;
        case "ArrowRight": return atEdge(field, false) ? fieldAt(row, column + 1) : null;
        case "ArrowUp": return isList ? null : fieldAt(row.previousElementSibling, column);
        case "ArrowDown": return isList ? null : fieldAt(row.nextElementSibling, column);
        case "Enter":
            return fieldAt(event.shiftKey ? row.previousElementSibling : rowAfter(row, true), column);
        default: return null;
        }
    }

    document.addEventListener("keydown", function (event) {
        var field = event.target;
        if (!field.matches || !field.matches(CELL) || event.altKey) { return; }
        if ((event.ctrlKey || event.metaKey) && event.key === "z" && pasted.length) {
            var stands = pasted.every(function (each) { return each.field.value === each.after; });
            if (stands) {
                event.preventDefault();
                pasted.reverse().forEach(function (each) { each.field.value = each.before; });
                changed(field);
            }
            pasted = [];
            return;
        }
        if (event.ctrlKey || event.metaKey) { return; }
        var target = next(event);
        if (target) { focus(target); }
        if (target || event.key === "Enter") { event.preventDefault(); } /* not yet the form's */
    });

    document.addEventListener("paste", function (event) {
        var field = event.target;
        if (!field.matches || !field.matches(CELL)) { return; }
        var text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
        if (!/[\t\n]/.test(text) && field.tagName !== "SELECT") { return; }
        event.preventDefault();
        var row = rowOf(field);
        var column = field.closest("td").cellIndex;
        var filled = 0;
        var leftOut = 0;
        pasted = [];
        text.split(/\r?\n/).forEach(function (line, place) {
            row = place && row ? rowAfter(row, true) : row;
            line.split("\t").forEach(function (value, number) {
                var target = fieldAt(row, column + number);
                if (target && put(target, value.trim())) { filled += 1; } else { leftOut += 1; }
            });
        });
        tell(field, filled, leftOut);
        changed(field);
    });
})();

/* A form with `data-preview` is sent to its preview while it is filled in, and what that says stands
   in the element of this id. Without this script its button does it. */
(function () {
    "use strict";

    var REST = 700; /* milliseconds after the last sign */
    var AGAIN = 3000, MOST = 3; /* milliseconds until it is asked again where the server was busy; how often */

    document.querySelectorAll("form[data-preview]").forEach(function (form) {
        var place = document.getElementById(form.getAttribute("data-preview"));
        var timer = 0;
        var question = null;
        var left = MOST;

        function show(text) {
            var answer = new DOMParser().parseFromString(text, "text/html").getElementById("preview");
            if (!answer) {
                left -= 1;
                if (left > 0) { timer = setTimeout(ask, AGAIN); }
                return;
            }
            answer.querySelectorAll("[id]").forEach(function (each) { each.removeAttribute("id"); });
            place.replaceChildren.apply(place, Array.from(answer.childNodes));
        }

        function ask() {
            if (question) { question.abort(); }
            question = new AbortController();
            var sent = new URLSearchParams(new FormData(form));
            sent.set("do", "check");
            fetch(form.action, { method: "POST", body: sent, signal: question.signal })
                .then(function (response) { return response.text(); })
                .then(show, function () { /* another has been asked since, or the button tells */ });
        }

        place.parentNode.hidden = false;
        form.addEventListener("input", function () {
            clearTimeout(timer);
            left = MOST;
            timer = setTimeout(ask, REST);
        });
    });
})();

/* What the document of a board needs of scripts, also where the board itself does not come. */
(function () {
    "use strict";

    /* What a fold holds is read when it is opened, or printed: until then it is text that no script
       stands in for (`layouts/boards/tables.py`); in a document that a script has read, elements. */
    function unfolded(where) {
        var found = Array.from(where.querySelectorAll("noscript.folded"));
        found.forEach(function (one) {
            var holder = document.createElement("template");
            holder.innerHTML = one.firstElementChild ? one.innerHTML : one.textContent;
            one.replaceWith(holder.content);
        });
        if (found.length) { document.dispatchEvent(new Event("klimat:page")); }
    }

    document.addEventListener("toggle", function (event) {
        if (event.target.open) { unfolded(event.target); }
    }, true);
    window.addEventListener("beforeprint", function () { unfolded(document); });

    /* Where `assets/board.js` does not come, the form has its button. */
    window.addEventListener("load", function () {
        if (!document.documentElement.hasAttribute("data-board")) {
            document.querySelector(".board-stage").classList.add("is-failed");
        }
    });
})();

/* Names on the map: under the pointer, and on the first tap, of which the name is the way on. The
   list beside the map says the same without this script. */
(function () {
    "use strict";

    var box = null;

    function hide() { if (box) { box.remove(); box = null; } }

    /* What a place is called, at the pointer, inside the window. */
    function show(link, event, asked) {
        var title = link.querySelector("title");
        hide();
        box = document.createElement("div");
        box.className = asked ? "map-name is-asked" : "map-name";
        var words = box;
        if (asked) {
            words = document.createElement("a");
            words.href = link.getAttribute("href");
            box.append(words);
        }
        words.textContent = title ? title.textContent : link.dataset.name;
        document.body.append(box);
        var room = document.documentElement.clientWidth - box.offsetWidth - 8;
        box.style.left = Math.max(8, Math.min(event.pageX + 12, room)) + "px";
        box.style.top = Math.max(0, event.pageY - box.offsetHeight - 12) + "px";
    }

    function placeOf(event) {
        return event.target.closest ? event.target.closest(".map a") : null;
    }

    document.addEventListener("pointermove", function (event) {
        if (event.pointerType !== "mouse") { return; }
        var link = placeOf(event);
        if (link) { show(link, event, false); } else { hide(); }
    });
    document.addEventListener("click", function (event) {
        var link = placeOf(event);
        if (link && event.pointerType && event.pointerType !== "mouse") {
            event.preventDefault();
            event.stopPropagation();
            show(link, event, true);
        } else if (!event.target.closest(".map-name")) {
            hide();
        }
    }, true);
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });
    document.addEventListener("klimat:page", hide);
})();

/* Fetches the page's other scripts when it has been painted, so that nothing competes with the paint,
   and has what is below laid out when nothing else goes on. */
(function () {
    "use strict";

    var LATEST = 1000; /* after the page is whole: a window that nobody sees is never painted */
    var IDLE_LATEST = 5000;
    var given = document.currentScript.dataset;
    var hasBegun = false;

    /* They run as they come. */
    function add(sources) {
        sources.split(" ").forEach(function (source) {
            var script = document.createElement("script");
            script.src = source;
            script.onerror = plain;
            document.head.appendChild(script);
        });
    }

    /* Where a script does not come, a form has its button. */
    function plain() { document.documentElement.classList.add("is-plain"); }

    function whole() { return document.readyState !== "loading"; }

    function whenIdle(then) {
        if (window.requestIdleCallback) {
            requestIdleCallback(then, {timeout: IDLE_LATEST});
        } else {
            setTimeout(then, LATEST);
        }
    }

    /* What is below the window, one section at a time: none of them keeps a reader waiting. */
    function layOut() {
        var next = document.querySelector("main .section:not(.is-laid)");
        if (next) {
            next.classList.add("is-laid");
            next.getBoundingClientRect();
            whenIdle(layOut);
        }
    }

    function whenWhole(then) {
        if (whole()) { then(); } else { document.addEventListener("DOMContentLoaded", then); }
    }

    function first() {
        if (hasBegun) { return; }
        hasBegun = true;
        add(given.scripts);
        if (document.readyState === "complete") { whenIdle(layOut); }
        else { window.addEventListener("load", function () { whenIdle(layOut); }); }
    }

    /* What is seen first is painted before the rest of a long page has been read: in the first frame
       that finds what comes after it. What is asked for here comes after that frame. */
    function frame() {
        if (whole() || document.querySelector("main .section")) { setTimeout(first); }
        else { requestAnimationFrame(frame); }
    }

    /* A reader who comes back, or to a place in the page, is led there by the browser, which needs
       the whole page laid out. (Not `:has(:target)` in the style: with that, each element that a
       script adds has the browser look through the whole document.) */
    function layOutWhole() { document.documentElement.classList.add("is-whole"); }

    var navigation = performance.getEntriesByType("navigation")[0];
    if (location.hash || navigation && navigation.type !== "navigate") { layOutWhole(); }
    document.addEventListener("click", function (event) {
        if (event.target.closest && event.target.closest('a[href^="#"]')) { layOutWhole(); }
    }, true);
    window.addEventListener("hashchange", layOutWhole);

    requestAnimationFrame(frame);
    whenWhole(function () { setTimeout(first, LATEST); });
    document.addEventListener("klimat:page", function () { whenIdle(layOut); });
})();

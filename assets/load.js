/* Fetches the page's own scripts when it has been painted, and Dash's when nothing else is going on
   or a reader is about to open a chart: so that nothing competes with the paint or the reader. */
(function () {
    "use strict";

    var LATEST = 1000; /* a window that nobody sees is never painted */
    var IDLE_LATEST = 5000;
    var given = document.currentScript.dataset;
    var begun = {};

    function begin(name) {
        if (begun[name]) { return; }
        begun[name] = true;
        given[name].split(" ").forEach(function (source) {
            var script = document.createElement("script");
            script.async = false;
            script.src = source;
            script.onerror = function () { document.dispatchEvent(new Event("klimat:failed")); };
            document.head.appendChild(script);
        });
    }

    function beginDash() { begin("dash"); }

    function whenIdle() {
        if (window.requestIdleCallback) {
            requestIdleCallback(beginDash, {timeout: IDLE_LATEST});
        } else {
            setTimeout(beginDash, LATEST);
        }
    }

    function first() {
        begin("scripts");
        if (document.readyState === "complete") { whenIdle(); }
        else { window.addEventListener("load", whenIdle); }
    }

    function near(event) {
        if (event.target.closest && event.target.closest("a.explore")) { beginDash(); }
    }

    requestAnimationFrame(function () { setTimeout(first); });
    setTimeout(first, LATEST);
    document.addEventListener("klimat:wanted", beginDash);
    document.addEventListener("pointerover", near, {passive: true});
    document.addEventListener("focusin", near);
})();

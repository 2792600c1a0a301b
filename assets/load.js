/* Fetches the page's own scripts when it has been painted, and Dash's when nothing else is going on
   or a reader is about to open a chart: so that nothing competes with the paint or the reader. */
(function () {
    "use strict";

    var LATEST = 1000; /* a window that nobody sees is never painted */
    var IDLE_LATEST = 5000;
    var given = document.currentScript.dataset;
    var begun = {};
    var came = false;
    var wanted = false;

    /* Ours run as they come, Dash's in their order; then what is to be done when all have come. */
    function begin(name, then) {
        if (begun[name]) { return; }
        begun[name] = true;
        var sources = given[name].split(" ");
        var left = sources.length;
        function come() {
            left -= 1;
            if (left === 0 && then) { then(); }
        }
        sources.forEach(function (source) {
            var script = document.createElement("script");
            script.async = name === "scripts";
            script.src = source;
            script.onload = come;
            script.onerror = function () {
                document.dispatchEvent(new Event("klimat:failed"));
                come();
            };
            document.head.appendChild(script);
        });
    }

    /* Dash calls functions of ours as soon as it starts. */
    function beginDash() {
        wanted = true;
        if (came) { begin("dash"); }
    }

    /* Most readers open no chart: on a line that is slow or paid for, Dash waits for those who do. */
    function dear() {
        var line = navigator.connection;
        return Boolean(line && (line.saveData || /2g|3g/.test(line.effectiveType)));
    }

    function whenIdle() {
        if (dear()) { return; }
        if (window.requestIdleCallback) {
            requestIdleCallback(beginDash, {timeout: IDLE_LATEST});
        } else {
            setTimeout(beginDash, LATEST);
        }
    }

    function first() {
        begin("scripts", function () {
            came = true;
            if (wanted) { beginDash(); }
            else if (document.readyState === "complete") { whenIdle(); }
            else { window.addEventListener("load", whenIdle); }
        });
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

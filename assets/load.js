/* Fetches the page's own scripts when it has been painted. When nothing else is going on it has the
   rest of the page laid out and then fetches Dash's scripts, or those at once when a reader is about
   to open a chart: so that nothing competes with the paint or the reader. */
(function () {
    "use strict";

    var LATEST = 1000; /* after the page is whole: a window that nobody sees is never painted */
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

    function whole() { return document.readyState !== "loading"; }

    /* Dash calls functions of ours as soon as it starts, and its settings come last in the page. */
    function beginDash() {
        wanted = true;
        if (came && whole()) { begin("dash"); }
    }

    /* Most readers open no chart: on a line that is slow or paid for, Dash waits for those who do. */
    function dear() {
        var line = navigator.connection;
        return Boolean(line && (line.saveData || /2g|3g/.test(line.effectiveType)));
    }

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
        } else if (!wanted && !dear()) {
            whenIdle(beginDash);
        }
    }

    function first() {
        begin("scripts", function () {
            came = true;
            if (wanted) { beginDash(); }
            if (document.readyState === "complete") { whenIdle(layOut); }
            else { window.addEventListener("load", function () { whenIdle(layOut); }); }
        });
    }

    function near(event) {
        if (event.target.closest && event.target.closest("a.explore")) { beginDash(); }
    }

    /* What is seen first is painted before the rest of a long page has been read: in the first frame
       that finds it. What is asked for here comes after that frame. */
    function frame() {
        if (document.querySelector("main h1")) { setTimeout(first); }
        else if (!whole()) { requestAnimationFrame(frame); }
    }

    function whenWhole() {
        if (wanted) { beginDash(); }
        setTimeout(first, LATEST);
    }

    requestAnimationFrame(frame);
    if (whole()) { whenWhole(); } else { document.addEventListener("DOMContentLoaded", whenWhole); }
    document.addEventListener("klimat:page", function () { whenIdle(layOut); });
    document.addEventListener("klimat:wanted", beginDash);
    document.addEventListener("pointerover", near, {passive: true});
    document.addEventListener("focusin", near);
})();

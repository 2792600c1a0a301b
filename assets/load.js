/* Fetches and runs the other scripts when the page has been painted, so that nothing competes. */
(function () {
    "use strict";

    var LATEST = 1000; /* a window that nobody sees is never painted */
    var sources = document.currentScript.getAttribute("data-scripts").split(" ");
    var begun = false;

    function begin() {
        if (begun) { return; }
        begun = true;
        sources.forEach(function (source) {
            var script = document.createElement("script");
            script.async = false;
            script.src = source;
            document.head.appendChild(script);
        });
    }

    requestAnimationFrame(function () { setTimeout(begin); });
    setTimeout(begin, LATEST);
})();

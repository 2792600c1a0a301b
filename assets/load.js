/* Runs the other scripts when the page has been painted; they are fetched meanwhile. */
(function () {
    "use strict";

    var LATEST = 1000; /* a window that nobody sees is never painted */
    var begun = false;

    function begin() {
        if (begun) { return; }
        begun = true;
        document.querySelectorAll('link[rel="preload"][as="script"]').forEach(function (link) {
            var script = document.createElement("script");
            script.async = false;
            script.src = link.href;
            document.head.appendChild(script);
        });
    }

    requestAnimationFrame(function () { setTimeout(begin); });
    setTimeout(begin, LATEST);
})();

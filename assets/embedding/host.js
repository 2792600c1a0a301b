/* For pages that frame our charts: makes each frame as high as its chart. Without it frames have the height of their code. */
(function () {
    "use strict";
    var site = new URL(document.currentScript.src).origin, highest = 10000;

    function frames() {
        return Array.from(document.querySelectorAll("iframe")).filter(function (frame) {
            return frame.src.indexOf(site + "/") === 0;
        });
    }

    window.addEventListener("message", function (event) {
        var told = event.data;
        if (event.origin !== site || !told || told.type !== "klimat:height") { return; }
        if (!(told.height > 0 && told.height < highest)) { return; }
        frames().forEach(function (frame) {
            if (frame.contentWindow === event.source) { frame.style.height = told.height + "px"; }
        });
    });
    frames().forEach(function (frame) { frame.contentWindow.postMessage({ type: "klimat:ask" }, "*"); });
})();

/* In a framed chart: tells the page around it how high the chart is, at first, when that changes and when asked. */
(function () {
    "use strict";
    var main = document.querySelector("main");

    function tell() {
        var height = Math.ceil(main.getBoundingClientRect().bottom + window.scrollY);
        window.parent.postMessage({ type: "klimat:height", height: height }, "*");
    }

    window.addEventListener("message", function (event) {
        if (event.data && event.data.type === "klimat:ask") { tell(); }
    });
    new ResizeObserver(tell).observe(main);
})();

/* The window in which a chart is explored: what Dash calls in the browser, and the start of Dash.
   Only documents whose address names a chart load this, after Dash's own scripts. */
(function () {
    "use strict";

    var names = document.getElementById("react-entry-point").dataset.explore.split(" ");

    function closed() {
        var url = new URL(location.href);
        names.forEach(function (name) { url.searchParams.delete(name); });
        return url;
    }

    window.dash_clientside = Object.assign({}, window.dash_clientside, {
        klimat: {
            /* The question that opens the chart: asked once, when Dash starts. */
            ask: function (href) {
                var isDark = matchMedia("(prefers-color-scheme: dark)").matches;
                return {href: href, dark: isDark};
            },

            /* The window has closed: the address goes back to the page's own. */
            close: function (isOpen, clicks) {
                if (clicks) { window.dash_clientside.set_props("explore", {is_open: false}); }
                if (clicks || !isOpen) { history.replaceState(null, "", closed().href); }
                return window.dash_clientside.no_update;
            }
        }
    });
    window.renderer = new window.DashRenderer();
})();

/* Starts Dash once every script before this one has run. */
(function () {
    "use strict";
    window.renderer = new window.DashRenderer();
})();

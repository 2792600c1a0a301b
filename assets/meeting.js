/* The meeting's keys: the links of the page do the work, so it is the same without them. */
(function () {
    "use strict";

    var OFF = "klimat-no-help-key";

    function find(selector) {
        return document.querySelector(".meeting[data-view] " + selector);
    }

    function go(name) {
        var link = find('a[data-go="' + name + '"]');
        if (link) { link.click(); }
        return Boolean(link);
    }

    /* A digit names a view by its number. */
    function view(digit) {
        var link = find(".meeting-steps li:nth-child(" + digit + ") a");
        if (link) { link.click(); }
        return Boolean(link);
    }

    function fits() {
        return document.documentElement.scrollHeight <= window.innerHeight + 4;
    }

    function helped() {
        var help = find(".meeting-help");
        if (!help || sessionStorage.getItem(OFF)) { return false; }
        help.open = !help.open;
        if (help.open) { help.querySelector("summary").focus(); }
        return true;
    }

    function close() {
        var help = find(".meeting-help[open]");
        if (help) { help.open = false; }
        return Boolean(help);
    }

    /* A clicker sends Page Up and Page Down; where a view is taller than the screen they scroll. */
    function pressed(key) {
        switch (key) {
        case "ArrowRight": return go("next");
        case "ArrowLeft": return go("previous");
        case " ":
        case "PageDown": return fits() && go("next");
        case "PageUp": return fits() && go("previous");
        case "Home": return go("first");
        case "End": return go("last");
        case "?": return helped();
        case "Escape": return close();
        default: return /^[1-9]$/.test(key) && view(key);
        }
    }

    document.addEventListener("keydown", function (event) {
        if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey ||
            event.target.closest("input, select, textarea, .table-scroll") ||
            event.key === " " && event.target.closest("a, button, summary")) { return; }
        if (pressed(event.key)) { event.preventDefault(); }
    });

    /* The next view takes this one's place: a new document would end the full screen. */
    function step(event) {
        var link = event.target.closest(".meeting[data-view] a[href]");
        if (!link || !window.klimat || link.hasAttribute("download") || event.metaKey ||
            event.ctrlKey || event.shiftKey || event.altKey || link.hash ||
            link.pathname !== location.pathname) { return; }
        event.preventDefault();
        window.klimat.apply(new URL(link.href)).then(function () {
            var heading = document.querySelector("main h1");
            heading.tabIndex = -1;
            heading.focus({preventScroll: true});
            window.scrollTo({top: 0, behavior: "instant"});
        });
    }

    document.addEventListener("click", step);

    document.addEventListener("click", function (event) {
        if (event.target.closest("[data-print]")) { window.print(); }
        if (!event.target.closest("[data-fullscreen]")) { return; }
        if (document.fullscreenElement) {
            document.exitFullscreen();
        } else {
            document.documentElement.requestFullscreen();
        }
    });

    document.addEventListener("change", function (event) {
        if (!event.target.matches("[data-help-key]")) { return; }
        if (event.target.checked) { sessionStorage.setItem(OFF, "1"); }
        else { sessionStorage.removeItem(OFF); }
    });

    /* What only works with a script is shown by it; the whole address stands in the footer. */
    function prepare() {
        document.querySelectorAll("[data-print], [data-fullscreen]").forEach(function (button) {
            button.hidden = false;
        });
        document.querySelectorAll("[data-help-key]").forEach(function (box) {
            box.checked = Boolean(sessionStorage.getItem(OFF));
            box.closest("label").hidden = false;
        });
        document.querySelectorAll("[data-address]").forEach(function (place) {
            place.textContent = location.origin + place.getAttribute("data-address");
        });
    }

    document.addEventListener("klimat:page", prepare);
    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", prepare);
    } else { prepare(); }
})();

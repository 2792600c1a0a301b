/* Copies links and completes code to embed. Shows what works only where scripts run. */
(function () {
    "use strict";

    function show() {
        document.querySelectorAll("#site [data-copy]").forEach(function (button) {
            button.hidden = false;
        });
        document.querySelectorAll("#site [data-embed]").forEach(function (field) {
            var code = field.querySelector(".code");
            code.textContent = code.textContent.replace(/src="\//g, 'src="' + location.origin + "/");
            field.removeAttribute("data-embed");
            field.hidden = false;
        });
    }

    /* Browsers give the clipboard to secure addresses only; the older way serves the others. */
    function copy(words) {
        if (navigator.clipboard) { return navigator.clipboard.writeText(words); }
        return new Promise(function (done, failed) {
            var field = document.createElement("textarea");
            field.value = words;
            document.body.appendChild(field);
            field.select();
            var copied = document.execCommand("copy");
            field.remove();
            if (copied) { done(); } else { failed(); }
        });
    }

    document.addEventListener("click", function (event) {
        var button = event.target.closest("#site [data-copy]");
        if (!button) { return; }
        var words = location.origin + button.getAttribute("data-copy");
        var status = button.parentElement.querySelector("[role=status]");
        status.textContent = "";
        copy(words).then(function () {
            status.textContent = button.getAttribute("data-done");
        }, function () {
            status.textContent = words;
        });
        button.focus();
    });

    document.addEventListener("focusin", function (event) {
        if (event.target.matches("#site .share .code")) { getSelection().selectAllChildren(event.target); }
    });

    document.addEventListener("klimat:page", show);
    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", show);
    } else { show(); }
})();

/* A choice takes effect when it is made: the page that a GET form leads to is fetched, and what has
   changed in it takes its place in this one, so that the reader stays where they were. Whatever
   cannot be done so is done by the browser, and without this script the form's button does it. */
(function () {
    "use strict";

    var SITE = "site";
    var OURS = /^is-/; /* classes of scripts' own, which no document holds */
    var latest = null;
    var shown = location.pathname + location.search;

    function busy(isBusy) {
        document.getElementById(SITE).setAttribute("aria-busy", String(isBusy));
        document.documentElement.classList.toggle("is-loading", isBusy);
    }

    function address(form) {
        var url = new URL(form.action);
        var chosen = new URLSearchParams();
        new FormData(form).forEach(function (value, name) {
            if (typeof value === "string" && value !== "") { chosen.append(name, value); }
        });
        url.search = chosen.toString();
        return url;
    }

    function scriptsOwn(element) {
        return Array.from(element.classList).filter(function (name) { return OURS.test(name); });
    }

    /* What the reader has opened stays open, and what scripts have marked stays marked. */
    function setAttributes(before, after) {
        scriptsOwn(before).forEach(function (name) { after.classList.add(name); });
        if (before.tagName === "DETAILS") { after.open = before.open; }
        Array.from(before.attributes).forEach(function (one) {
            if (!after.hasAttribute(one.name)) { before.removeAttribute(one.name); }
        });
        Array.from(after.attributes).forEach(function (one) {
            if (before.getAttribute(one.name) !== one.value) {
                before.setAttribute(one.name, one.value);
            }
        });
    }

    /* A field shows what the document says, unless it is the one that the reader is in. */
    function setValue(before, after) {
        if (before === document.activeElement) { return; }
        if (before.tagName === "SELECT" || before.tagName === "INPUT") { before.value = after.value; }
        if (before.type === "checkbox" || before.type === "radio") { before.checked = after.checked; }
    }

    function alike(one, other) {
        return one.nodeType === other.nodeType && one.nodeName === other.nodeName &&
            one.id === other.id;
    }

    /* Makes one part of the page like another, and touches nothing that is so already. */
    function swap(before, after) {
        if (before.nodeType !== Node.ELEMENT_NODE) {
            if (before.nodeValue !== after.nodeValue) { before.nodeValue = after.nodeValue; }
            return;
        }
        if (!before.isEqualNode(after)) {
            var old = Array.from(before.childNodes);
            var fresh = Array.from(after.childNodes);
            var same = old.length === fresh.length && old.every(function (child, place) {
                return alike(child, fresh[place]);
            });
            setAttributes(before, after);
            if (same) {
                old.forEach(function (child, place) { swap(child, fresh[place]); });
            } else {
                swapLists(before, old, fresh);
            }
        }
        if (before.matches("select, input")) { setValue(before, after); }
    }

    /* Children of which some are new or gone: those with ids stay themselves. */
    function swapLists(parent, old, fresh) {
        var kept = {};
        old.forEach(function (child) { if (child.id) { kept[child.id] = child; } });
        parent.replaceChildren.apply(parent, fresh.map(function (child) {
            var mine = child.id && kept[child.id];
            if (!mine || !alike(mine, child)) { return child; }
            swap(mine, child);
            return mine;
        }));
    }

    function place(element) { return element ? element.getBoundingClientRect().top : 0; }

    function show(text) {
        var fresh = new DOMParser().parseFromString(text, "text/html");
        var site = fresh.getElementById(SITE);
        if (!site) { throw new Error("no page"); }
        var focused = document.activeElement;
        var id = focused && focused.id;
        var before = place(focused);
        swap(document.getElementById(SITE), site);
        document.title = fresh.title;
        if (id && document.activeElement !== focused) {
            focused = document.getElementById(id);
            if (focused) { focused.focus({preventScroll: true}); }
        }
        if (focused && focused !== document.body && focused.isConnected) {
            window.scrollBy({top: place(focused) - before, behavior: "instant"});
        }
        document.dispatchEvent(new Event("klimat:page"));
        var status = document.getElementById("page-status");
        if (status) { status.textContent = status.getAttribute("data-changed"); }
    }

    /* Shows the page at an address in place of this one. Gives a promise; the browser goes there by
       itself where it leads to another page, or where anything fails. */
    function apply(url, isPast) {
        var question = new AbortController();
        if (latest) { latest.abort(); }
        latest = question;
        busy(true);
        var status = document.getElementById("page-status");
        if (status) { status.textContent = ""; }
        return fetch(url, {signal: question.signal}).then(function (response) {
            if (!response.ok || response.redirected) { throw new Error("another page"); }
            return response.text();
        }).then(function (text) {
            if (!isPast) { history.pushState(null, "", url.href); }
            shown = location.pathname + location.search;
            show(text);
            busy(false);
            latest = null;
        }).catch(function () {
            if (!question.signal.aborted) { location.assign(url); }
        });
    }

    document.addEventListener("change", function (event) {
        var form = event.target.form;
        if (form && form.matches("#page form.filters:not([role=search])")) { apply(address(form)); }
    });

    document.addEventListener("submit", function (event) {
        var form = event.target;
        if (event.defaultPrevented || !form.matches("#page form.filters:not([role=search])")) {
            return;
        }
        event.preventDefault();
        apply(address(form));
    });

    /* Back and forward between choices; between pages they are the browser's. */
    window.addEventListener("popstate", function () {
        if (shown !== location.pathname + location.search) { apply(new URL(location.href), true); }
    });

    window.klimat = {apply: apply};
    document.documentElement.setAttribute("data-ready", "");
})();

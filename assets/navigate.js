/* Going on without a new document: links and GET forms become one question to the server, put by
   Dash when it has started and by this script until then. It may run before the page is whole. Before
   it has run, and whenever anything fails, the browser goes there by itself. */
(function () {
    "use strict";

    var PATIENCE = 15000;
    var here = location.pathname + location.search;
    var shown = plain(here);
    var QUESTIONS = "/_dash-update-component";
    var dash = false; /* whether Dash has started, and so puts the questions */
    var waiting = null;
    var timer = 0;
    var scrollTimer = 0;
    var restoring = null;
    var kept = null;
    var bundle = null;
    var noUpdate = function () { return window.dash_clientside.no_update; };

    function names() {
        return document.body.getAttribute("data-explore").split(" ");
    }

    /* An address without the chart that it explores: what decides which page is shown. */
    function plain(address) {
        var url = new URL(address, location.origin);
        names().forEach(function (name) { url.searchParams.delete(name); });
        return url.pathname + url.search;
    }

    function explores(address) {
        var parameters = new URL(address, location.origin).searchParams;
        return names().some(function (name) { return parameters.has(name); });
    }

    function ours(url) {
        return url.origin === location.origin && /^\/(sv|en)(\/|$)/.test(url.pathname);
    }

    function remember() {
        history.replaceState(Object.assign({}, history.state, {y: window.scrollY}), "");
    }

    function go(url) {
        remember();
        restoring = null;
        busy(true);
        history.pushState({}, "", url.href);
        moved();
    }

    /* The address has changed. To Dash that is told as its own links do, for dcc.Location to look;
       only Dash opens charts, so such an address waits for it. */
    function moved() {
        if (dash) {
            window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
        } else if (explores(location.href)) {
            document.dispatchEvent(new Event("klimat:wanted"));
        } else {
            var question = nextQuestion(false);
            if (question) { putQuestion(question); }
        }
    }

    /* The same question to the same callback as Dash puts when it has started. */
    function putQuestion(question) {
        window.fetch(QUESTIONS, {
            method: "POST",
            credentials: "same-origin",
            headers: {"Content-Type": "application/json", "Accept": "application/json"},
            body: JSON.stringify({
                output: "answer.data",
                outputs: {id: "answer", property: "data"},
                inputs: [{id: "asked", property: "data", value: question}],
                changedPropIds: ["asked.data"]
            })
        }).then(function (response) {
            return response.ok ? response.json() : null;
        }).then(function (told) {
            if (told) { show(told.response.answer.data); }
        }, function () { /* already left */ });
    }

    function leave() {
        if (waiting !== null) { location.reload(); }
    }

    function busy(isBusy) {
        document.getElementById("site").setAttribute("aria-busy", String(isBusy));
        document.documentElement.classList.toggle("is-loading", isBusy);
    }

    document.addEventListener("click", function (event) {
        if (event.defaultPrevented || event.button !== 0 ||
            event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) { return; }
        var link = event.target.closest("#site a[href]");
        if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) {
            return;
        }
        var url = new URL(link.href);
        if (!ours(url) || (url.hash && url.pathname + url.search === here)) { return; }
        event.preventDefault();
        kept = null;
        go(url);
    });

    document.addEventListener("submit", function (event) {
        var form = event.target;
        if (event.defaultPrevented || form.method !== "get" || form.target) { return; }
        var url = new URL(form.action);
        if (!ours(url)) { return; }
        event.preventDefault();
        var chosen = new URLSearchParams();
        new FormData(form, event.submitter).forEach(function (value, name) {
            if (typeof value === "string" && value !== "") { chosen.append(name, value); }
        });
        url.search = chosen.toString();
        var active = document.activeElement;
        kept = form.contains(active) ? {id: active.id, name: active.name} : null;
        go(url);
    });

    /* A form that says so is sent when a choice in it changes; its button serves the others. */
    document.addEventListener("change", function (event) {
        var form = event.target.form;
        if (form && form.hasAttribute("data-live") && event.target.matches("select")) {
            form.requestSubmit();
        }
    });

    window.addEventListener("popstate", function (event) {
        clearTimeout(scrollTimer);
        kept = null;
        busy(true);
        restoring = event.state && typeof event.state.y === "number" ? event.state.y : 0;
        if (!dash) { moved(); }
    });

    window.addEventListener("scroll", function () {
        clearTimeout(scrollTimer);
        if (waiting === null) { scrollTimer = setTimeout(remember, 200); }
    }, {passive: true});

    /* A place on the page can be found when all before it has been laid out. */
    function wholly(isWhole) { document.documentElement.classList.toggle("is-whole", isWhole); }

    /* A document that is shown again is scrolled to where it was left, unless the reader already
       scrolls: it must be whole to be long enough. */
    var left = history.state && history.state.y;

    function scrollBack() {
        if (waiting === null && typeof left === "number" && !location.hash && !window.scrollY) {
            wholly(left > 0);
            window.scrollTo({top: left, behavior: "instant"});
        }
    }

    if ("scrollRestoration" in history) {
        history.scrollRestoration = "manual";
        if (document.readyState === "loading") {
            document.addEventListener("DOMContentLoaded", scrollBack);
        } else { scrollBack(); }
    }

    /* A chart cannot be opened without Dash; the page stays as it is. */
    document.addEventListener("klimat:failed", function () { busy(waiting !== null); });

    /* A question that the server refuses or never answers: the browser goes there by itself. */
    var fetched = window.fetch;
    window.fetch = function (resource) {
        var answer = fetched.apply(this, arguments);
        if (String(resource.url || resource).indexOf(QUESTIONS) !== -1) {
            answer.then(function (response) { if (!response.ok) { leave(); } }, leave);
        }
        return answer;
    };

    /* Styles of one kind of page, when the first of its kind is reached without a new document. */
    function dress(address) {
        var sheets = Array.from(document.querySelectorAll("link[rel=stylesheet]"));
        if (!address || sheets.some(function (one) {
            return one.getAttribute("href") === address;
        })) { return; }
        var sheet = document.createElement("link");
        sheet.rel = "stylesheet";
        sheet.href = address;
        document.head.appendChild(sheet);
    }

    function put(page) {
        dress(page.stylesheet);
        var before = document.getElementById("site");
        before.innerHTML = page.html;
        document.title = page.title;
        document.documentElement.lang = page.lang;
        set('meta[name="description"]', "content", page.description);
        set('link[rel="canonical"]', "href", page.canonical);
        Object.keys(page.alternates).forEach(function (lang) {
            set('head link[hreflang="' + lang + '"]', "href", page.alternates[lang]);
        });
        set('head link[hreflang="x-default"]', "href", page.alternates.sv);
        document.dispatchEvent(new CustomEvent("klimat:page"));
    }

    function set(selector, name, value) {
        var element = document.querySelector(selector);
        if (element) { element.setAttribute(name, value); }
    }

    /* Where the reader is after a step: the filter just used, the place named, else the heading. */
    function settle(samePath) {
        var used = samePath && kept && (document.getElementById(kept.id) ||
            (kept.name && document.querySelector('#site form [name="' + CSS.escape(kept.name) + '"]')));
        if (used) {
            used.focus({preventScroll: true});
            return;
        }
        var heading = document.querySelector("#page h1") || document.getElementById("page");
        var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
        if (!heading.hasAttribute("tabindex")) { heading.setAttribute("tabindex", "-1"); }
        heading.focus({preventScroll: true});
        wholly(restoring !== null || Boolean(target));
        if (restoring !== null) {
            window.scrollTo({top: restoring, behavior: "instant"});
        } else if (target) {
            target.scrollIntoView({behavior: "instant"});
        } else {
            window.scrollTo({top: 0, behavior: "instant"});
        }
    }

    /* The charting bundle, fetched when the first chart is opened; Dash uses it when it is there. */
    function charting(source) {
        if (!source || window.Plotly) { return Promise.resolve(); }
        bundle = bundle || new Promise(function (done, failed) {
            var script = document.createElement("script");
            script.src = source;
            script.onload = done;
            script.onerror = failed;
            document.head.appendChild(script);
        });
        return bundle;
    }

    /* The address has changed: what to ask the server, or nothing. At the start of Dash nothing has
       changed, but a chart may be waiting for it. */
    function nextQuestion(starting) {
        var next = location.pathname + location.search;
        if (starting ? !explores(next) : next === here) {
            busy(waiting !== null);
            return null;
        }
        here = next;
        if (plain(next) === shown && !explores(next)) {
            if (dash) { window.dash_clientside.set_props("explore", {is_open: false}); }
            waiting = null;
            busy(false);
            return null;
        }
        waiting = next;
        busy(true);
        clearTimeout(timer);
        timer = setTimeout(leave, PATIENCE);
        return {
            href: next,
            shown: shown,
            dark: matchMedia("(prefers-color-scheme: dark)").matches
        };
    }

    /* The server has answered: show the page. Gives the answer, or null if it is not waited for. */
    function show(answer) {
        if (!answer || answer.href !== waiting) { return null; }
        if (answer.status !== 200) { leave(); return null; }
        clearTimeout(timer);
        waiting = null;
        if (answer.page) {
            var path = shown.split("?")[0];
            put(answer.page);
            shown = plain(answer.href);
            settle(path === shown.split("?")[0]);
        }
        busy(false);
        restoring = kept = null;
        return answer;
    }

    /* What Dash calls. */
    window.dash_clientside = Object.assign({}, window.dash_clientside, {
        klimat: {
            ask: function () {
                var starting = !dash;
                dash = true;
                document.documentElement.setAttribute("data-dash", "");
                return nextQuestion(starting) || noUpdate();
            },

            /* The page, then the chart if one was asked for. */
            show: function (answer) {
                var nothing = [noUpdate(), noUpdate(), noUpdate(), noUpdate(), noUpdate()];
                var shownAnswer = show(answer);
                if (!shownAnswer) { return nothing; }
                var explore = shownAnswer.explore;
                if (!explore) { return [false].concat(nothing.slice(1)); }
                return charting(explore.script).then(function () {
                    return [true, explore.figure, explore.config, explore.title, explore.close];
                });
            },

            /* The window of a chart has closed: its address goes back to the page's own. */
            close: function (isOpen, clicks, closed) {
                var byButton = window.dash_clientside.callback_context.triggered.some(function (one) {
                    return one.prop_id === "explore-close.n_clicks";
                });
                if ((byButton || !isOpen) && explores(location.href)) {
                    go(new URL(plain(location.href), location.origin));
                }
                return noUpdate();
            }
        }
    });

    document.documentElement.setAttribute("data-ready", "");
    if (explores(here)) { document.dispatchEvent(new Event("klimat:wanted")); }
})();

/* The page on which the API is tried: a form made from its own OpenAPI document, and what it answers. */
(function () {
    "use strict";
    var page = document.querySelector("[data-openapi]"), shown = 20000, api = {}, root = "";
    var dataset = page.querySelector("select"), fields = page.querySelector("[data-fields]");
    var about = page.querySelector("[data-about]"), status = page.querySelector("[role=status]");
    var link = page.querySelector("[data-address]"), command = page.querySelector("[data-command]");
    var answer = page.querySelector("[data-answer]");

    function make(name, words, attributes) {
        var element = document.createElement(name);
        if (words) { element.textContent = words; }
        Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
        return element;
    }

    /* A list of words is chosen from as it is written; a single one of few in a list. */
    function input(parameter) {
        var schema = parameter.schema, items = schema.items || schema, id = "p-" + parameter.name;
        var example = [].concat(parameter.example === undefined ? [] : parameter.example).join(",");
        if (!schema.items && items.enum) {
            var select = make("select", "", { id: id, name: parameter.name });
            [""].concat(items.enum).forEach(function (word) { select.appendChild(make("option", word, { value: word })); });
            return [select];
        }
        var number = items.type === "integer" && !schema.items;
        var field = make("input", "", { id: id, name: parameter.name, type: number ? "number" : "text", placeholder: example });
        if (number) { field.min = items.minimum; field.max = items.maximum; }
        if (!items.enum) { return [field]; }
        var list = make("datalist", "", { id: id + "-words" });
        items.enum.forEach(function (word) { list.appendChild(make("option", "", { value: word })); });
        field.setAttribute("list", list.id);
        return [field, list];
    }

    function build() {
        var operation = api.paths["/" + dataset.value].get;
        about.textContent = operation.description;
        fields.replaceChildren.apply(fields, operation.parameters.map(function (parameter) {
            var part = make("div", "", { "class": "field" }), id = "p-" + parameter.name;
            var label = make("label", "", { "for": id });
            label.appendChild(make("code", parameter.name));
            part.appendChild(label);
            input(parameter).forEach(function (element) {
                element.id === id && element.setAttribute("aria-describedby", id + "-about");
                part.appendChild(element);
            });
            part.appendChild(make("small", parameter.description, { id: id + "-about", lang: "en" }));
            return part;
        }));
        tell();
    }

    function address() {
        var query = Array.from(new FormData(page)).filter(function (pair) { return pair[0] !== "dataset" && pair[1] !== ""; });
        var words = new URLSearchParams(query).toString().replace(/%2C/g, ",");
        return root + "/" + dataset.value + (words ? "?" + words : "");
    }

    function tell() {
        link.href = address();
        link.textContent = link.href;
        command.textContent = 'curl -s "' + link.href + '"';
    }

    function ask(event) {
        event.preventDefault();
        tell();
        status.textContent = page.getAttribute("data-waiting");
        fetch(link.href, { headers: { Accept: "application/json" } }).then(function (response) {
            return response.text().then(function (text) {
                status.textContent = response.status + " " + response.statusText;
                answer.textContent = text.slice(0, shown) + (text.length > shown ? "\n…" : "");
            });
        }, function () { status.textContent = page.getAttribute("data-failed"); });
    }

    fetch(page.getAttribute("data-openapi")).then(function (response) { return response.json(); }).then(function (document_) {
        api = document_;
        root = new URL(api.servers[0].url, location.href).pathname;
        Object.keys(api.paths).forEach(function (path) {
            var name = path.slice(1);
            if (!/[.{]/.test(name) && api.paths[path].get.parameters) {
                dataset.appendChild(make("option", name + " – " + api.paths[path].get.summary, { value: name }));
            }
        });
        var wanted = location.hash.slice(1);
        if (api.paths["/" + wanted]) { dataset.value = wanted; }
        page.hidden = false;
        build();
    }, function () { page.hidden = false; status.textContent = page.getAttribute("data-failed"); });
    dataset.addEventListener("change", build);
    fields.addEventListener("input", tell);
    page.addEventListener("submit", ask);
})();

/* Which links the browser may fetch ahead, told after the first paint: a header would delay that. */
(function () {
    "use strict";

    var RULES = new URL("../speculation-rules.json", document.currentScript.src);
    var TYPE = "speculationrules";

    if (!HTMLScriptElement.supports || !HTMLScriptElement.supports(TYPE)) { return; }
    fetch(RULES).then(function (response) { return response.text(); }).then(function (rules) {
        var script = document.createElement("script");
        script.type = TYPE;
        script.textContent = rules;
        document.head.appendChild(script);
    }).catch(function () { /* links are then fetched when they are followed */ });
})();

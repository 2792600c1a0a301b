/* Suggests names in the search field of the head: fetched when a reader first comes to it, so that
   no page carries them. Without this script the field works the same and suggests nothing. */
(function () {
    "use strict";

    var list = null;
    var NAMES = new URL("../places.json", document.currentScript.src);

    function suggest(field, names) {
        list = document.createElement("datalist");
        list.id = field.id + "-list";
        names.forEach(function (name) { list.appendChild(new Option(name)); });
        field.after(list);
        field.setAttribute("list", list.id);
    }

    document.addEventListener("focusin", function (event) {
        var field = event.target;
        if (field.id !== "find-place" || list) { return; }
        list = field;
        fetch(NAMES).then(function (response) {
            return response.ok ? response.json() : Promise.reject();
        }).then(function (names) { suggest(field, names); }, function () { list = null; });
    });
})();

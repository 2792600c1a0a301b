// The trace types our figures use; `scatter` is part of the core. Adding one here means building again.
const Plotly = require('plotly.js/lib/core');

Plotly.register([
    require('plotly.js/lib/bar'),
    require('plotly.js/lib/sankey'),
    require('plotly.js/lib/locales/sv'),
]);

module.exports = Plotly;

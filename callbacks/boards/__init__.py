"""What answers the browser on boards: each board's callbacks, and the addresses of their layouts.

A board is in one Dash app with all others. The configuration in its document names a prefix of its
own, under which `_dash-layout` answers that board's tree.
"""

"""The columns of a grant whose words are choices on the portfolio's board."""

NAMED = (
    "funder",
    "programme",
    "theme",
)
"""Columns of a grant whose words are choices, in the order of the board. The frame of grants, the
address, the check of its values and the files follow from this list: a new one is its name here,
its parameter in `layouts.links.query` and its label `portfolio.filter.<name>`."""

WORDS = (*NAMED, "beneficiary", "decision")
"""Those columns, the recipient's and the decision's: several words of each may be chosen."""

MANY = (*WORDS, "place")
"""What several may be chosen of, and left out: those words, and contract cities."""

WITHOUT = {name: f"without_{name}" for name in MANY}
"""What is chosen → what is left out, as addresses name them."""

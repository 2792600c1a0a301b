"""The Bootstrap layout components that pages may use, as plain elements with its classes."""

from typing import Any

BOOTSTRAP = {
    "Row": ("div", "row"),
    "Col": ("div", ""),
    "Container": ("div", "container"),
    "Stack": ("div", "vstack"),
    "Card": ("div", "card"),
    "CardHeader": ("div", "card-header"),
    "CardBody": ("div", "card-body"),
    "CardFooter": ("div", "card-footer"),
    "Badge": ("span", "badge"),
    "Alert": ("div", "alert"),
    "Table": ("table", "table"),
}
"""Bootstrap layout components that pages may use: element and the class that Bootstrap gives it."""

BOOTSTRAP_PLAIN = frozenset({"id", "className", "style", "children", "title"})
COLUMN_SIZES = ("xs", "sm", "md", "lg", "xl", "xxl")


def as_element(kind: str, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The element that a component is written as, and its attributes and children."""
    tag, base = BOOTSTRAP[kind]
    classes = [base] if base else []
    color = properties.get("color")
    if kind == "Col":
        classes += _column_classes(properties)
    elif kind == "Badge" and color:
        classes.append(f"bg-{color}")
    elif kind == "Alert" and color:
        classes.append(f"alert-{color}")
    plain = {
        name: value for name, value in properties.items() if name in BOOTSTRAP_PLAIN or "-" in name
    }
    if properties.get("className"):
        classes.append(properties["className"])
    plain["className"] = " ".join(classes)
    if kind == "Alert":
        plain.setdefault("role", "status")
    return tag, plain


def _column_classes(properties: dict[str, Any]) -> list[str]:
    classes = []
    for size, prefix in (
        ("width", "col"),
        *((s, "col" if s == "xs" else f"col-{s}") for s in COLUMN_SIZES),
    ):
        span = properties.get(size)
        if span is True:
            classes.append(prefix)
        elif isinstance(span, int | str) and span is not False:
            classes.append(f"{prefix}-{span}")
    return classes or ["col"]

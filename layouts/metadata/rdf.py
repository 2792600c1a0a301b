"""Things and what is said of them, as RDF/XML. Every thing has an address: no blank nodes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True, slots=True)
class Link:
    """The address of another thing."""

    address: str


@dataclass(frozen=True, slots=True)
class Words:
    """Text in a language; without one where it is a name or a code."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """A value of an XML Schema type (`date`, `dateTime`, `gYear`)."""

    text: str
    type: str


Said = tuple[str, Link | Words | Typed]
"""A property (`dcterms:title`) and its value."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing by its address and type (`dcat:Dataset`)."""

    address: str
    type: str
    says: Sequence[Said]


def rdf_xml(things: Iterable[Thing]) -> str:
    """The document. Addresses are expected to be whole and escaped."""
    names = "".join(f"\n  xmlns:{name}={quoteattr(uri)}" for name, uri in NAMESPACES.items())
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF', names, ">\n"]
    for thing in things:
        parts.append(f"<{thing.type} rdf:about={quoteattr(thing.address)}>\n")
        parts += [_said(name, value) for name, value in thing.says]
        parts.append(f"</{thing.type}>\n")
    return "".join([*parts, "</rdf:RDF>\n"])


def in_form(xml: str, form: str) -> str:
    """A document in another form of RDF (`turtle`, `json-ld`), where rdflib is installed."""
    from rdflib import Graph  # an extra: only who is asked for such a form loads it

    return Graph().parse(data=xml, format="xml").serialize(format=form)


def _said(name: str, value: Link | Words | Typed) -> str:
    match value:
        case Link(address):
            return f"  <{name} rdf:resource={quoteattr(address)}/>\n"
        case Typed(text, kind):
            return f"  <{name} rdf:datatype={quoteattr(XSD + kind)}>{escape(text)}</{name}>\n"
        case Words(text, lang):
            language = f" xml:lang={quoteattr(lang)}" if lang else ""
            return f"  <{name}{language}>{escape(text)}</{name}>\n"

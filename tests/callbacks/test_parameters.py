"""Texts that no store can hold are read as what could not be read, wherever they come in."""

from io import BytesIO

from flask import Flask, request

from callbacks.parameters import ReadableRequest


def test_a_control_character_in_an_address_or_a_form_is_one_that_could_not_be_read() -> None:
    app = Flask("made-up")
    app.request_class = ReadableRequest
    plain = {"a\x00b": "c\x1bd\x7f\t\r\n", "e": ""}
    with app.test_request_context("/?x=1%002&x=3", method="POST", data=plain):
        assert request.args.getlist("x") == ["1\x1a2", "3"]
        assert request.form.to_dict() == {"a\x1ab": "c\x1ad\x1a\t\r\n", "e": ""}
    parts = {"words": "c\x00d", "file": (BytesIO(b"1\x002"), "f\x00.csv")}
    with app.test_request_context("/", method="POST", data=parts):
        assert request.form["words"] == "c\x1ad"
        assert request.files["file"].read() == b"1\x002"
    with app.test_request_context("/"):
        assert not request.args
        assert not request.form

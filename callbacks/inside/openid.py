"""Signing in with an OpenID Connect provider: code flow with PKCE, state and nonce, by Authlib."""

import logging
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import Flask, redirect, request, session
from joserfc.errors import JoseError
from requests import RequestException
from werkzeug.wrappers import Response

from callbacks.first_response import KlimatDash
from callbacks.inside.context import language_of
from callbacks.inside.identity import MOST_CHARACTERS, Identity
from callbacks.inside.roles import roles_of
from callbacks.inside.settings import OpenId
from layouts.inside import refusal
from layouts.links.addresses import Address, href
from progress.people import Person

logger = logging.getLogger(__name__)

SIGN_IN, BACK = "/auth/sign-in", "/auth/back"
SECONDS = 10
ASYMMETRIC = ("RS", "ES", "PS", "Ed")


class OtherProvider(AuthlibBaseError):  # type: ignore[misc]  # noqa: N818
    """What answers at the issuer's address is not the issuer."""


def register(app: KlimatDash, identity: Identity, by: OpenId) -> None:
    """Add the way to the provider and the way back."""
    server: Flask = app.server
    client = OAuth(server).register(
        "klimat",
        client_id=by.client_id,
        client_secret=by.client_secret,
        server_metadata_url=f"{by.issuer}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid profile",
            "code_challenge_method": "S256",
            "default_timeout": SECONDS,
        },
    )

    def failed(error: Exception, lang: str, status: int) -> Response:
        logger.warning("sign-in failed: %s", type(error).__name__)
        session.clear()
        return app.write(refusal(lang, status, "inside.failed"))

    @server.get(SIGN_IN)
    def sign_in() -> Response:
        """To the provider; the session remembers state, nonce and the verifier of the code."""
        session.clear()
        session["lang"] = lang = language_of(request.args.get("lang"))
        try:
            _check_provider(client, by)
            there: Response = client.authorize_redirect(identity.settings.public_url + BACK)
        except (AuthlibBaseError, RequestException, ValueError, RuntimeError) as error:
            return failed(error, lang, 502)
        return there

    @server.get(BACK)
    def back() -> Response:
        """From the provider, with a code; a person without a role here is not let in."""
        lang = language_of(session.get("lang"))
        try:
            _check_provider(client, by)
            token = client.authorize_access_token()
            person = _person(client, by, token)
        except (AuthlibBaseError, JoseError) as error:
            return failed(error, lang, 400)
        except (RequestException, ValueError, RuntimeError, KeyError) as error:
            return failed(error, lang, 502)
        if not person.roles:
            session.clear()
            return app.write(refusal(lang, 403, "inside.no_role"))
        identity.sign_in(person)
        return redirect(href(Address("inside", lang)), code=303)


def _check_provider(client: Any, by: OpenId) -> None:
    """The provider is who it should be, and signs with a key of its own."""
    metadata = client.load_server_metadata()
    if str(metadata.get("issuer", "")).rstrip("/") != by.issuer:
        raise OtherProvider("issuer", "another issuer answers")
    signed = metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
    asymmetric = [algorithm for algorithm in signed if algorithm.startswith(ASYMMETRIC)]
    metadata["id_token_signing_alg_values_supported"] = asymmetric or ["RS256"]


def _person(client: Any, by: OpenId, token: Any) -> Person:
    claims = dict(token.get("userinfo") or {})
    if not claims.get("sub"):
        raise OtherProvider("subject", "no identity token")
    if by.roles_claim not in claims and client.server_metadata.get("userinfo_endpoint"):
        more = dict(client.userinfo(token=token))
        if more.get("sub") != claims["sub"]:
            raise OtherProvider("subject", "two subjects")
        claims = more | claims
    subject = str(claims["sub"])[:MOST_CHARACTERS]
    name = str(claims.get("name") or claims.get("preferred_username") or subject)[:MOST_CHARACTERS]
    return Person(subject, name, roles_of(claims.get(by.roles_claim)))

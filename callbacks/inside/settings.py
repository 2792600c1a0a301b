"""How people are known to the product, from the environment; what is half set up is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from urllib.parse import urlsplit

LEAST_SECRET = 32
SESSION_MINUTES = 60
MOST_MINUTES = 480
ROLES_CLAIM = "klimat_roles"
HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
"""Names with an underscore never arrive: servers drop them, since they pass for others."""
ORDINARY = re.compile(
    "accept.*|authorization|connection|content-.*|cookie|date|forwarded|host|if-.*|origin|range|"
    "referer|user-agent|via|x-forwarded-.*|x-real-ip",
    re.IGNORECASE,
)
"""What every browser or server sends names nobody."""
LOCAL = ("localhost", "127.0.0.1", "::1")

Network = IPv4Network | IPv6Network


class SettingsRefused(ValueError):  # noqa: N818
    """The settings contradict each other or would be unsafe; the message says how."""


@dataclass(frozen=True, slots=True)
class OpenId:
    """The provider that people sign in with."""

    issuer: str
    client_id: str
    client_secret: str
    roles_claim: str


@dataclass(frozen=True, slots=True)
class TrustedProxy:
    """The headers in which a server in front says who asks, and from which addresses it may."""

    header: str
    roles_header: str
    addresses: tuple[Network, ...]


@dataclass(frozen=True, slots=True)
class InsideSettings:
    """One of the two ways in, and what keeps a session safe.

    `write_url` is the store for who publishes, where the web reads it as somebody who may not.
    """

    by: OpenId | TrustedProxy
    secret_key: str
    public_url: str
    session_minutes: int = SESSION_MINUTES
    write_url: str = ""

    @property
    def secure(self) -> bool:
        """Whether readers come over TLS, so that cookies must."""
        return self.public_url.startswith("https://")

    @property
    def origin(self) -> str:
        """The scheme and host that a browser says a form of ours comes from."""
        parts = urlsplit(self.public_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def cookie(self) -> str:
        """The session's name; over TLS one that a browser lets no other host set, where the site
        has its host for itself: what belongs to a path may not have that name."""
        if not self.secure:
            return "klimat"
        return "__Secure-klimat" if urlsplit(self.public_url).path else "__Host-klimat"


def inside_settings(environment: Mapping[str, str]) -> InsideSettings | None:
    """What the environment says; None where it sets up no way in. Raises SettingsRefused."""
    issuer, header = (
        environment.get(name, "").strip() for name in ("OIDC_ISSUER", "TRUSTED_USER_HEADER")
    )
    if not issuer and not header:
        return None
    if issuer and header:
        raise SettingsRefused("set OIDC_ISSUER or TRUSTED_USER_HEADER, not both")
    secret = environment.get("SECRET_KEY", "")
    if len(secret) < LEAST_SECRET:
        raise SettingsRefused(f"SECRET_KEY must have {LEAST_SECRET} characters or more")
    public_url = environment.get("PUBLIC_URL", "").rstrip("/")
    parts = urlsplit(public_url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOCAL):
        raise SettingsRefused("PUBLIC_URL must be the site's https address where people sign in")
    minutes = environment.get("SESSION_MINUTES", "").strip() or str(SESSION_MINUTES)
    if not minutes.isdecimal() or not 1 <= int(minutes) <= MOST_MINUTES:
        raise SettingsRefused(f"SESSION_MINUTES must be from 1 to {MOST_MINUTES}")
    by = _openid(issuer, environment) if issuer else _proxy(header, environment)
    write_url = environment.get("PUBLISHING_DATABASE_URL", "")
    return InsideSettings(by, secret, public_url, int(minutes), write_url)


def _openid(issuer: str, environment: Mapping[str, str]) -> OpenId:
    client, secret = (environment.get(f"OIDC_CLIENT_{name}", "") for name in ("ID", "SECRET"))
    if not client or not secret:
        raise SettingsRefused("OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET")
    parts = urlsplit(issuer)
    if parts.scheme != "https" and parts.hostname not in LOCAL:
        raise SettingsRefused("OIDC_ISSUER must be an https address")
    claim = environment.get("OIDC_ROLES_CLAIM", "").strip() or ROLES_CLAIM
    return OpenId(issuer.rstrip("/"), client, secret, claim)


def _proxy(header: str, environment: Mapping[str, str]) -> TrustedProxy:
    roles = environment.get("TRUSTED_ROLES_HEADER", "").strip()
    words = environment.get("TRUSTED_PROXIES", "").replace(",", " ").split()
    if not roles or not words:
        raise SettingsRefused("TRUSTED_USER_HEADER needs TRUSTED_ROLES_HEADER and TRUSTED_PROXIES")
    for name in (header, roles):
        if not HEADER.fullmatch(name) or ORDINARY.fullmatch(name) or header == roles:
            raise SettingsRefused(
                "TRUSTED_USER_HEADER and TRUSTED_ROLES_HEADER must be two names of headers that "
                "nobody else uses, of letters, digits and hyphens: X-Klimat-User, X-Klimat-Roles"
            )
    try:
        addresses = tuple(ip_network(word) for word in words)
    except ValueError as error:
        raise SettingsRefused(f"TRUSTED_PROXIES: {error}") from None
    if any(address.prefixlen == 0 for address in addresses):
        raise SettingsRefused("TRUSTED_PROXIES must not be every address")
    return TrustedProxy(header, roles, addresses)

"""Web hooks: what is new for everyone, sent to the addresses that the operator has set, signed.

Deliveries are those of Standard Webhooks (standardwebhooks.com): `webhook-id`, `webhook-timestamp`
and `webhook-signature`, an HMAC-SHA256 of id, time and body. A receiver checks the signature, takes
no old time, and takes one id once.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import sleep
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from urllib3 import PoolManager, Timeout
from urllib3.exceptions import HTTPError

from data_access.engine import StoreError
from data_access.fetching.addresses import check_address
from data_access.fetching.connections import pool_manager
from data_access.fetching.errors import FetchFailed
from data_access.fetching.settings import settings_of
from data_access.tables import web_hook
from progress.i18n import say

LEAST_SECRET = 32
MOST_CHANGES = 200
"""In one delivery: of more there are several."""

ATTEMPTS, PAUSE_SECONDS = 3, 2.0
CONNECT_SECONDS, READ_SECONDS = 10, 20
LATER = frozenset({408, 425, 429, *range(500, 600)})
"""Answers after which it is tried again; any other that is no success is the receiver's no."""

Change = Mapping[str, Any]


class HookRefused(StoreError):  # noqa: N818
    """The settings are not whole, or a receiver did not take a delivery; the message says why."""


@dataclass(frozen=True, slots=True)
class HookSettings:
    """Where changes are sent, and the secret by which they are signed. `inside` lets addresses of
    the own network and plain HTTP through."""

    addresses: tuple[str, ...]
    secret: str
    agent: str
    inside: bool = False


def hook_settings(environment: Mapping[str, str]) -> HookSettings | None:
    """What WEB_HOOKS and WEB_HOOK_SECRET say; None where there is no WEB_HOOKS.

    Raises HookRefused for a short secret, and for what is no address on the public internet.
    """
    addresses = tuple(environment.get("WEB_HOOKS", "").split())
    if not addresses:
        return None
    secret = environment.get("WEB_HOOK_SECRET", "")
    if len(secret) < LEAST_SECRET:
        raise HookRefused(say("klimat.web_hook_secret", least=LEAST_SECRET))
    fetching = settings_of(environment)
    for address in addresses:
        try:
            check_address(address, inside=fetching.inside)
        except FetchFailed as error:
            raise HookRefused(f"{address}: {error}") from None
    return HookSettings(addresses, secret, fetching.agent, fetching.inside)


def new_changes(conn: Connection, address: str, changes: Sequence[Change]) -> list[Change] | None:
    """The changes that an address has not been told of; None for an address that is new itself."""
    known = conn.scalar(select(web_hook.c.known).where(web_hook.c.address == address))
    if known is None:
        return None
    before = frozenset(known)
    return [change for change in changes if change["change_id"] not in before]


def remember(conn: Connection, address: str, changes: Sequence[Change], now: datetime) -> None:
    """From now on the address knows these changes."""
    conn.execute(delete(web_hook).where(web_hook.c.address == address))
    ids = [change["change_id"] for change in changes]
    conn.execute(insert(web_hook).values(address=address, known=ids, sent=now))


def deliver(
    address: str, changes: Sequence[Change], site: str, settings: HookSettings, now: datetime
) -> int:
    """Sends changes to an address; in how many deliveries. Raises HookRefused at the first that it
    does not take after `ATTEMPTS`."""
    manager = pool_manager(settings.agent, inside=settings.inside)
    number = 0
    for part in _parts(changes):
        body = json.dumps(
            {"type": "changes", "site": site, "data": [_as_json(change) for change in part]},
            ensure_ascii=False,
        ).encode()
        _send(manager, address, body, headers_of(body, settings.secret, now))
        number += 1
    return number


def headers_of(body: bytes, secret: str, now: datetime) -> dict[str, str]:
    """What a receiver knows a delivery by: its id, the same for the same content, its time, and the
    signature of both and the body."""
    identity = f"msg_{hashlib.sha256(body).hexdigest()[:32]}"
    moment = str(int(now.timestamp()))
    signed = b".".join((identity.encode(), moment.encode(), body))
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).digest()
    return {
        "Content-Type": "application/json",
        "webhook-id": identity,
        "webhook-timestamp": moment,
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


def _send(manager: PoolManager, address: str, body: bytes, headers: Mapping[str, str]) -> None:
    why = ""
    for attempt in range(ATTEMPTS):
        if attempt:
            sleep(PAUSE_SECONDS * 2 ** (attempt - 1))
        try:
            response = manager.request(
                "POST",
                address,
                body=body,
                headers={**manager.headers, **headers},
                timeout=Timeout(CONNECT_SECONDS, READ_SECONDS),
                redirect=False,
                retries=False,
                preload_content=False,
            )
            response.close()
        except (FetchFailed, HTTPError) as error:
            why = str(error)
            continue
        if 200 <= response.status < 300:
            return
        why = str(response.status)
        if response.status not in LATER:
            break
    raise HookRefused(say("klimat.web_hook_not_taken", address=address, why=why))


def _parts(changes: Sequence[Change]) -> Iterator[Sequence[Change]]:
    for start in range(0, len(changes), MOST_CHANGES):
        yield changes[start : start + MOST_CHANGES]


def _as_json(change: Change) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in change.items()
    }

"""What stands in a link without an account: which it is, signed with the site's key."""

from itsdangerous import BadData, URLSafeSerializer

from data_access.inside.status_links import LinkRefused
from progress.promises.status_links import StatusLink

SALT = "status-link"


def token_of(link: StatusLink, key: str) -> str:
    """The token of a link: its number, and when it was made, so that a number that a store gives
    again (one that was restored from a copy) is another link."""
    return str(URLSafeSerializer(key, salt=SALT).dumps([link.link_id, link.made.isoformat()]))


def number_of(token: str, key: str) -> int:
    """Which link a token is for. Raises LinkRefused for any other text."""
    try:
        number, _made = URLSafeSerializer(key, salt=SALT).loads(token)
    except (BadData, ValueError, TypeError):
        raise LinkRefused("no token of ours") from None
    return int(number)

"""What is wrong with the page's own examples, by operation and kind; with all others, nothing."""

from tests.page.between import Expected

_NO_EMAIL: tuple[Expected, ...] = (
    ("email", "required", "error"),
    ("account_id", "unknown_argument", "warning"),
)
_NO_ADDRESS: tuple[Expected, ...] = (
    ("address", "required", "error"),
    ("addres", "unknown_argument", "warning"),
)
_NO_REGISTRANTS: tuple[Expected, ...] = (
    ("registrant_ids", "required", "error"),
    ("registrants_ids", "unknown_argument", "warning"),
)
_LIVE: tuple[Expected, ...] = (
    ("from", "applies_when", "warning"),
    ("to", "applies_when", "warning"),
)
_NO_SUCH_TYPE: tuple[Expected, ...] = (("type", "choices", "error"),)
_NO_DATE: tuple[Expected, ...] = (("to", "date", "error"),)


def _slip(name: str) -> tuple[Expected, ...]:
    return ((name, "unknown_argument", "warning"),)


FAULTS: dict[tuple[str, str], tuple[Expected, ...]] = {
    # Errata account-create-email, plan-subscribe-address and registrant-ids.
    ("account.create", "curl"): _NO_EMAIL,
    ("account.create", "node"): _NO_EMAIL,
    ("account.plan_subscribe", "curl"): _NO_ADDRESS,
    ("account.plan_subscribe", "node"): _NO_ADDRESS,
    ("webinar.cancel_registration", "curl"): _NO_REGISTRANTS,
    ("webinar.cancel_registration", "node"): _NO_REGISTRANTS,
    ("webinar.approve_registration", "curl"): _NO_REGISTRANTS,
    ("webinar.approve_registration", "node"): _NO_REGISTRANTS,
    # Errata plan-add-base-plan, webinar-create-type and chat-to.
    ("account.plan_add", "curl"): (("plan.type", "list", "error"),),
    ("webinar.create", "curl"): _NO_SUCH_TYPE,
    ("webinar.create", "node"): _NO_SUCH_TYPE,
    ("chat.list", "curl"): _NO_DATE,
    ("chat.get", "curl"): _NO_DATE,
    # Erratum misnamed-optional-arguments.
    ("account.update_billing", "node"): _slip("plan"),
    ("user.get_by_email", "node"): _slip("type"),
    ("user.update", "node"): _slip("lasst_name"),
    ("group.update", "node"): _slip("ame"),
    ("im_group.update", "node"): _slip("ame"),
    # Erratum dashboard-period-of-live-lists.
    ("dashboard.meetings", "curl"): _LIVE,
    ("dashboard.meetings", "node"): _LIVE,
    ("dashboard.webinars", "curl"): _LIVE,
    ("dashboard.webinars", "node"): _LIVE,
    # What curl would read from a file is the file's name here, and there is no such file.
    ("user.upload_picture", "curl"): (("pic_file", "file", "error"),),
}

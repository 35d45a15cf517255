"""Words that nothing generated may be called. Never shorten these lists: names are for good."""

from __future__ import annotations

RESERVED = frozenset(
    [
        "False",
        "None",
        "True",
        "and",
        "as",
        "assert",
        "async",
        "await",
        "break",
        "class",
        "continue",
        "def",
        "del",
        "elif",
        "else",
        "except",
        "finally",
        "for",
        "from",
        "global",
        "if",
        "import",
        "in",
        "is",
        "lambda",
        "nonlocal",
        "not",
        "or",
        "pass",
        "raise",
        "return",
        "try",
        "while",
        "with",
        "yield",
        "self",
        "cls",
        "__debug__",
        # what methods need themselves, beside their arguments
        "builtins",
        "locals",
    ]
)
"""Words that no generated variable, argument or field may be."""

REQUEST_OPTIONS = frozenset(["extra_headers", "options", "progress", "retries", "timeout"])
"""What methods take beside the arguments of their operations, which none of them may hide."""

MODEL_NAMES = frozenset(["extra", "field", "from_dict", "from_json", "to_dict", "to_json"])
"""What models have or are written with: words that no field of a model may be, either."""

MODULES = frozenset(
    [
        "all_operations",
        "annotations",
        "cache",
        "checks_for",
        "find",
        "import_module",
        "lazy_names",
        "operations",
        "resource_of",
        "validate",
        "validate_form",
    ]
)
"""What packages of generated modules hold or use, which no module in them may hide."""

TABLES = frozenset(["CHECKS", "COMMON", "MEMBERS", "OPERATIONS", "UNSET"])
"""Constants of generated modules, which no operation's may be."""

CLIENT_NAMES = frozenset(
    [
        "close",
        "with_options",
        "with_raw_response",
        "call",
        "call_page",
        "call_raw",
        "call_saving",
        "open_stream",
        "config",
        "common",
        "timeout",
        "http",
        "base_url",
    ]
)
"""Attributes of every client, which a resource may not hide."""

STRATEGIES = frozenset(
    [
        "annotations",
        "bool",
        "bytes",
        "dict",
        "float",
        "int",
        "invalid_arguments",
        "object",
        "str",
        "valid_arguments",
    ]
)
"""What the module of strategies holds or uses, which no strategy of its own may hide."""

CLIENT_ARGUMENTS = frozenset(
    [
        "base_url",
        "ca_bundle",
        "headers",
        "hooks",
        "http",
        "keep_extra",
        "max_connections",
        "max_response_size",
        "max_wait",
        "on_limiter_failure",
        "proxy",
        "rate_limit",
        "rate_limit_per",
        "retries",
        "strict",
        "strict_responses",
        "timeout",
        "transport",
    ]
)
"""What every client is made with, beside its credentials and common arguments."""

MODEL_CLASSES = frozenset(
    [
        "Annotated",
        "Any",
        "ApiObject",
        "AwareDatetime",
        "BlankableDate",
        "BlankableDatetime",
        "CalendarDay",
        "Identifier",
        "Literal",
        "SensitiveIdentifier",
        "SensitiveText",
        "TypeAlias",
        "UnknownMember",
        "UnsetType",
    ]
)
"""Classes that modules of models import, which no object may be named after."""

TYPE_CLASSES = frozenset(
    [
        "AsyncPager",
        "AsyncStream",
        "Decimal",
        "Destination",
        "FileContent",
        "Final",
        "HeadedFile",
        "HeadedSavedFile",
        "HeadedText",
        "Hook",
        "Literal",
        "Mapping",
        "NotModified",
        "NotRequired",
        "Pager",
        "Progress",
        "RequestOptions",
        "SavedFile",
        "Sequence",
        "Stream",
        "TextContent",
        "Transport",
        "TypeAlias",
        "TypedDict",
        "Upload",
        "UploadOptions",
    ]
)
"""Classes that modules of types hold or import, which no type of their own may be named after."""

CLIENT_CLASSES = frozenset(
    [
        "ApiConfig",
        "AsyncBaseClient",
        "AsyncCaller",
        "AsyncClientWithMethods",
        "AsyncRawCaller",
        "AsyncResource",
        "BaseClient",
        "Caller",
        "ClientSession",
        "ClientWithMethods",
        "Hook",
        "Literal",
        "Mapping",
        "NoneType",
        "OperationChecks",
        "PathLike",
        "PoolManager",
        "RawCaller",
        "RawResponse",
        "Resource",
        "Retry",
        "Sequence",
        "Signer",
        "Transport",
        "TypeAlias",
        "Unpack",
        "UnsetType",
    ]
)
"""Classes that modules of clients import, which no client may be named after."""

EVENTS = frozenset(
    [
        "AddressedFunctions",
        "AsgiApp",
        "BodyFunctions",
        "BodySecret",
        "BodySignature",
        "BodyTimestamp",
        "Callable",
        "Challenge",
        "ChallengeReply",
        "Credentials",
        "Duplicates",
        "Event",
        "EventKind",
        "EventMismatchWarning",
        "EventTooLarge",
        "False",
        "JsonEventKind",
        "JsonWebhookApi",
        "Kind",
        "KnownEvent",
        "KnownFormEvent",
        "KnownJsonEvent",
        "MalformedEvent",
        "Mapping",
        "MixedWebhookApi",
        "None",
        "OpenFunctions",
        "Recent",
        "SecretFunctions",
        "SharedSecret",
        "Signature",
        "Timestamp",
        "True",
        "TypeAlias",
        "UnknownEvent",
        "UnknownFormEvent",
        "UnknownJsonEvent",
        "WebhookApi",
        "WebhookError",
        "WebhookEvent",
        "WebhookFunctions",
        "WsgiApp",
    ]
)
"""What the module of webhooks holds or uses, which no event may be named after."""

EXPORTED_ERRORS = (
    "APIError",
    "ArgumentWarning",
    "ConfigurationError",
    "DeprecatedArgumentWarning",
    "InvalidArguments",
    "PagingError",
    "RateLimited",
    "ResponseError",
    "ResponseMismatchWarning",
    "TransportError",
    "TransportTimeout",
)
"""Exceptions and warnings that every package exports."""

RUNTIME_ERRORS = frozenset((*EXPORTED_ERRORS, "SdkError"))
"""Exceptions of every package, which an error code may not be named after."""

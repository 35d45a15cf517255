# Generated from spec/errors.yaml by `make generate`. Do not edit.
"""Exceptions: one class for each meaning of an error code, all of them `ZoomError`s."""

from __future__ import annotations

from zoom_v1._runtime.errors import (
    APIError,
    ArgumentWarning,
    ConfigurationError,
    DeprecatedArgumentWarning,
    InvalidArguments,
    PagingError,
    RateLimited,
    ResponseError,
    ResponseMismatchWarning,
    TransportError,
    TransportTimeout,
)
from zoom_v1._runtime.errors import SdkError as ZoomError

__all__ = [
    "BY_CODE",
    "APIError",
    "AccountPasswordRepeatsCharacter",
    "AdminProtected",
    "ArgumentWarning",
    "ArgumentsRefused",
    "AudioServiceNotEnabled",
    "BelongsToAnotherAccount",
    "BillingAccountNotFound",
    "BillingContactNotFound",
    "BillingRefused",
    "ConfigurationError",
    "DeprecatedArgumentWarning",
    "DeviceNameInUse",
    "EmailDomainNotManaged",
    "EmailDomainRestricted",
    "FileRefused",
    "GroupNameInUse",
    "GroupNotFound",
    "HostCannotRegister",
    "HostNotPaid",
    "InvalidArguments",
    "InvalidCredentials",
    "InvitationNotFound",
    "MeetingAlreadyEnded",
    "MeetingInProgress",
    "MeetingNeedsInvitedEmail",
    "MeetingNotAccessible",
    "MeetingNotFound",
    "NotAllowed",
    "NotMeetingHost",
    "OnPremiseMeetingProtected",
    "PagingError",
    "PaidAccountProtected",
    "PasswordHasSequence",
    "PasswordNeedsBothCases",
    "PasswordNeedsLetter",
    "PasswordNeedsNumber",
    "PasswordNeedsSpecialCharacter",
    "PasswordRepeatsCharacter",
    "PasswordTooEasy",
    "PasswordTooShort",
    "PersonalAudioConferenceProtected",
    "PersonalLinkNameTaken",
    "PersonalMeetingProtected",
    "PlanChangeFailed",
    "PlanNotFound",
    "RateLimitExceeded",
    "RateLimited",
    "RecordingNotCompleted",
    "RecordingNotFound",
    "RegistrationNotOffered",
    "ResponseError",
    "ResponseMismatchWarning",
    "SsoProvisioningNotEnabled",
    "SubAccountNotFound",
    "TransportError",
    "TransportTimeout",
    "UserAlreadyActive",
    "UserAlreadyExists",
    "UserInAnotherCluster",
    "UserNotFound",
    "UserNotModifiable",
    "UserTypeNotAllowed",
    "WebhookLimitReached",
    "WebhookNotFound",
    "WebinarFull",
    "WebinarNeedsInvitedEmail",
    "WebinarNeedsPaidUser",
    "WebinarOver",
    "WorkEmailLoginRequired",
    "ZoomError",
]


class InvalidCredentials(APIError):
    """The API key and secret do not match.

    Section: Error Handle
    """

    code = 102
    hint = "Check both on the account's credential page."


class FileRefused(APIError):
    """The uploaded file is empty, too large or not an image of an accepted kind."""

    code = 120
    hint = "Send a non-empty JPEG image of at most 2 MB."


class NotAllowed(APIError):
    """The plan, role or settings of the account or user do not allow the call, or the
    credentials are wrong.
    """

    code = 200
    hint = "Check the API key and secret, and that plan and role include the feature."


class ArgumentsRefused(APIError):
    """An argument is missing or invalid."""

    code = 300
    hint = "Compare the arguments with the operation's documentation."


class RateLimitExceeded(RateLimited):
    """The operation was called more often than its rate limit allows."""

    code = 403
    hint = "Wait until the limit's period is over, then send the call again."


class RegistrationNotOffered(APIError):
    """The meeting does not ask for registration."""

    code = 404
    hint = "Turn registration on for the meeting first."


class UserNotModifiable(APIError):
    """The user or invitation is pending, locked, protected by a role or missing."""

    code = 1000
    hint = "Get the user and see its status and role."


class UserNotFound(APIError):
    """The user does not exist in the account."""

    code = 1001
    hint = "Check the user id or e-mail address."


class UserAlreadyExists(APIError):
    """A user with that e-mail address is in the account already."""

    code = 1005
    hint = "Get the user by e-mail address instead."


class UserAlreadyActive(APIError):
    """The user already holds an active account of their own."""

    code = 1009


class BelongsToAnotherAccount(APIError):
    """The user or group belongs to another account."""

    code = 1010
    hint = "Use the credentials of the account that owns it."


class EmailDomainRestricted(APIError):
    """The e-mail address's domain is blocked, or managed so that the user cannot leave."""

    code = 1107
    hint = "Use an address of another domain."


class UserTypeNotAllowed(APIError):
    """The user's type does not allow the change."""

    code = 1108
    hint = "Give the user a paid type first."


class HostNotPaid(APIError):
    """The host is not a paid user."""

    code = 1109
    hint = "Give the host a paid type first."


class AccountPasswordRepeatsCharacter(APIError):
    """The sub account owner's password repeats one character."""

    code = 1111
    hint = "Choose a password of varied characters."


class EmailDomainNotManaged(APIError):
    """The e-mail address is not of a domain that the account may use."""

    code = 1116
    hint = "Have the domain added to the account's managed domains."


class AdminProtected(APIError):
    """The operation cannot be used on an administrator."""

    code = 1117


class InvitationNotFound(APIError):
    """The invitation does not exist."""

    code = 1120


class WebinarNeedsPaidUser(APIError):
    """Only a pro or corp user can have the webinar feature."""

    code = 1122
    hint = "Give the user a paid type first."


class WorkEmailLoginRequired(APIError):
    """Only the password of a user who logs in by work e-mail can be changed."""

    code = 1123


class PasswordTooShort(APIError):
    """The password has too few characters."""

    code = 1124
    hint = "Choose a longer password."


class PasswordNeedsLetter(APIError):
    """The password has no letter."""

    code = 1125
    hint = "Choose a password with at least one letter."


class PasswordNeedsNumber(APIError):
    """The password has no digit."""

    code = 1126
    hint = "Choose a password with at least one digit."


class PasswordNeedsSpecialCharacter(APIError):
    """The password has no special character."""

    code = 1127
    hint = "Choose a password with at least one special character."


class PasswordNeedsBothCases(APIError):
    """The password lacks an upper case or a lower case letter."""

    code = 1128
    hint = "Choose a password with letters of both cases."


class PasswordRepeatsCharacter(APIError):
    """The password repeats one character."""

    code = 1130
    hint = "Choose a password of varied characters."


class PasswordHasSequence(APIError):
    """The password holds a run of consecutive characters."""

    code = 1131
    hint = "Choose a password without runs such as abcdef."


class UserInAnotherCluster(APIError):
    """The user exists in another cluster and cannot be added."""

    code = 1135


class PasswordTooEasy(APIError):
    """The password is too easy to guess."""

    code = 1136
    hint = "Choose a less common password."


class PaidAccountProtected(APIError):
    """A paid sub account cannot be removed."""

    code = 2000


class SubAccountNotFound(APIError):
    """The sub account does not exist or belongs to another master account."""

    code = 2001
    hint = "Check the sub account's id."


class SsoProvisioningNotEnabled(APIError):
    """The account may not create single sign-on users in advance."""

    code = 2002


class PlanNotFound(APIError):
    """The plan does not exist."""

    code = 2010
    hint = "Choose a plan from the plan lists."


class DeviceNameInUse(APIError):
    """Another device of the account has that name."""

    code = 2020
    hint = "Choose another display name."


class AudioServiceNotEnabled(APIError):
    """The account's or user's telephony service is not enabled."""

    code = 2024


class BillingRefused(APIError):
    """A plan, billing contact or payment setting is invalid or not allowed for the sub
    account.
    """

    code = 2100
    hint = "Get the sub account's plans and compare."


class WebhookNotFound(APIError):
    """The webhook does not exist."""

    code = 2201


class WebhookLimitReached(APIError):
    """The account has a webhook already."""

    code = 2202


class MeetingNotAccessible(APIError):
    """The webinar or occurrence cannot be used, or asks for no registration."""

    code = 3000
    hint = "Check the id and the occurrence id."


class MeetingNotFound(APIError):
    """The meeting or webinar does not exist or has expired."""

    code = 3001
    hint = "Check the id, and that the meeting has not expired."


class MeetingInProgress(APIError):
    """The meeting or webinar is in progress and cannot be deleted."""

    code = 3002
    hint = "End it first."


class NotMeetingHost(APIError):
    """The user is not the host of the meeting or webinar."""

    code = 3003
    hint = "Send the id of the user who hosts it."


class MeetingAlreadyEnded(APIError):
    """The meeting or webinar has ended and cannot be deleted."""

    code = 3007


class PersonalMeetingProtected(APIError):
    """A personal meeting cannot be deleted."""

    code = 3018


class HostCannotRegister(APIError):
    """The host cannot register for their own webinar."""

    code = 3027
    hint = "Register with another e-mail address."


class WebinarNeedsInvitedEmail(APIError):
    """Only an invited work e-mail address can register for the webinar."""

    code = 3034
    hint = "Register with the address that was invited."


class WebinarFull(APIError):
    """The webinar has no free seat."""

    code = 3035


class PersonalAudioConferenceProtected(APIError):
    """A personal audio conference cannot be deleted."""

    code = 3037


class WebinarOver(APIError):
    """The webinar is over and takes no more registrations."""

    code = 3038


class MeetingNeedsInvitedEmail(APIError):
    """Only an invited work e-mail address can register for the meeting."""

    code = 3051
    hint = "Register with the address that was invited."


class OnPremiseMeetingProtected(APIError):
    """A meeting of an on-premise user cannot be ended from here."""

    code = 3063


class BillingAccountNotFound(APIError):
    """The account has no billing account."""

    code = 3201


class BillingContactNotFound(APIError):
    """The billing contact does not exist."""

    code = 3211


class PlanChangeFailed(APIError):
    """The sub account's plan could not be changed."""

    code = 3261
    hint = "Subscribe the sub account to a base plan first."


class RecordingNotFound(APIError):
    """The meeting has no recording, or the file does not exist."""

    code = 3301
    hint = "Check the meeting id and the file id."


class RecordingNotCompleted(APIError):
    """The recording is still being made and cannot be deleted."""

    code = 3303
    hint = "Wait until its status is completed."


class PersonalLinkNameTaken(APIError):
    """The personal link name is taken."""

    code = 4100
    hint = "Choose another name."


class GroupNotFound(APIError):
    """The group does not exist."""

    code = 4130
    hint = "Check the group id."


class GroupNameInUse(APIError):
    """Another group of the account has that name."""

    code = 4132
    hint = "Choose another name."


BY_CODE: dict[int | str, type[APIError]] = {
    102: InvalidCredentials,
    120: FileRefused,
    200: NotAllowed,
    300: ArgumentsRefused,
    403: RateLimitExceeded,
    404: RegistrationNotOffered,
    1000: UserNotModifiable,
    1001: UserNotFound,
    1005: UserAlreadyExists,
    1009: UserAlreadyActive,
    1010: BelongsToAnotherAccount,
    1107: EmailDomainRestricted,
    1108: UserTypeNotAllowed,
    1109: HostNotPaid,
    1111: AccountPasswordRepeatsCharacter,
    1116: EmailDomainNotManaged,
    1117: AdminProtected,
    1120: InvitationNotFound,
    1122: WebinarNeedsPaidUser,
    1123: WorkEmailLoginRequired,
    1124: PasswordTooShort,
    1125: PasswordNeedsLetter,
    1126: PasswordNeedsNumber,
    1127: PasswordNeedsSpecialCharacter,
    1128: PasswordNeedsBothCases,
    1130: PasswordRepeatsCharacter,
    1131: PasswordHasSequence,
    1135: UserInAnotherCluster,
    1136: PasswordTooEasy,
    2000: PaidAccountProtected,
    2001: SubAccountNotFound,
    2002: SsoProvisioningNotEnabled,
    2010: PlanNotFound,
    2020: DeviceNameInUse,
    2024: AudioServiceNotEnabled,
    2100: BillingRefused,
    2201: WebhookNotFound,
    2202: WebhookLimitReached,
    3000: MeetingNotAccessible,
    3001: MeetingNotFound,
    3002: MeetingInProgress,
    3003: NotMeetingHost,
    3007: MeetingAlreadyEnded,
    3018: PersonalMeetingProtected,
    3027: HostCannotRegister,
    3034: WebinarNeedsInvitedEmail,
    3035: WebinarFull,
    3037: PersonalAudioConferenceProtected,
    3038: WebinarOver,
    3051: MeetingNeedsInvitedEmail,
    3063: OnPremiseMeetingProtected,
    3201: BillingAccountNotFound,
    3211: BillingContactNotFound,
    3261: PlanChangeFailed,
    3301: RecordingNotFound,
    3303: RecordingNotCompleted,
    4100: PersonalLinkNameTaken,
    4130: GroupNotFound,
    4132: GroupNameInUse,
}
"""Error code -> exception."""

# Generated from spec/resources/account.yaml by `make generate`. Do not edit.
"""Create, read, change and delete the sub accounts of a master account, and buy plans for
them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.client.blocking import Resource
from zoom_v1.models.account import SubAccount, SubAccountList
from zoom_v1.models.common import Deleted, Updated
from zoom_v1.models.plans import Subscription
from zoom_v1.operations import account as operations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zoom_v1._runtime.client.protocols import Caller
    from zoom_v1.models.plans import (
        AudioPlan,
        BasePlan,
        LargeMeetingPlan,
        Plan,
        RoomConnectorPlan,
        WebinarPlan,
        ZoomRoomsPlan,
    )
    from zoom_v1.types import (
        AudioPlanDict,
        BasePlanDict,
        CollectionMethod,
        Country,
        LargeMeetingPlanDict,
        PayMode,
        PlanDict,
        PlanKind,
        RecordingPlans,
        RoomConnectorPlanDict,
        WebinarPlanDict,
        ZoomRoomsPlanDict,
    )


class AccountResource(Resource):
    """Create, read, change and delete the sub accounts of a master account, and buy plans for
    them."""

    def create(
        self,
        *,
        email: str,
        first_name: str,
        last_name: str,
        password: str,
        enable_share_rc: bool | UnsetType = UNSET,
        share_rc: Sequence[str] | str | UnsetType = UNSET,
        enable_share_mc: bool | UnsetType = UNSET,
        share_mc: Sequence[str] | str | UnsetType = UNSET,
        pay_mode: PayMode | UnsetType = UNSET,
        collection_method: CollectionMethod | UnsetType = UNSET,
        enable_pstn: bool | UnsetType = UNSET,
        enable_enforce_login: bool | UnsetType = UNSET,
        enable_enforce_login_sd: bool | UnsetType = UNSET,
        enforce_login_domains: str | UnsetType = UNSET,
        meeting_capacity: int | UnsetType = UNSET,
        disable_cmr_reminder: bool | UnsetType = UNSET,
        enable_only_host_download_cmr: bool | UnsetType = UNSET,
        enable_same_account_access_cmr: bool | UnsetType = UNSET,
    ) -> SubAccount:
        """Create a sub account and the user who owns it.

        Args:
            email: E-mail address of its owner; no other user of Zoom may have it. An e-mail
                address.
            first_name: First name of its owner.
            last_name: Last name of its owner.
            password: Password of its owner. Not empty.
            enable_share_rc: It shares Virtual Room Connectors. Default: false.
            share_rc: Which Virtual Room Connectors it shares. Sent separated by commas.
                Each: not empty.
            enable_share_mc: It shares Meeting Connectors. Default: false.
            share_mc: Which Meeting Connectors it shares. Sent separated by commas. Each:
                not empty.
            pay_mode: Who pays for it. One of 0 (sub account holder pays) or 1 (master
                account holder pays). Default: 1.
            collection_method: How payment is collected. One of 0 (automatic, billed online)
                or 1 (manual, by invoice). Default: 1.
            enable_pstn: Participants may join by phone. Default: true.
            enable_enforce_login: Only signed-in users join meetings. Default: false.
            enable_enforce_login_sd: Only signed-in users of the domains in
                `enforce_login_domains` join meetings. Default: false.
            enforce_login_domains: Domains whose signed-in users join meetings.
            meeting_capacity: How many people its meetings hold. At most 100.
            disable_cmr_reminder: No reminders about cloud recordings. Default: false.
            enable_only_host_download_cmr: Only hosts download cloud recordings. Default:
                false.
            enable_same_account_access_cmr: Only users of the same account have access to
                cloud recordings. Default: false.

        Returns:
            An account under the master account.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Create a sub account
        """
        return self._call(operations.CREATE, locals(), SubAccount)

    def list(
        self,
    ) -> SubAccountList:
        """List the sub accounts of the master account.

        The answer is one page of a list, but the call has no argument to ask for another page.

        Returns:
            A page of sub accounts.

        Raises:
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List sub account
        """
        return self._call(operations.LIST, locals(), SubAccountList)

    def get(
        self,
        *,
        account_id: str,
    ) -> SubAccount:
        """Read a sub account.

        Args:
            account_id: Which sub account. Not empty.

        Returns:
            An account under the master account.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Get a sub account
        """
        return self._call(operations.GET, locals(), SubAccount)

    def update(
        self,
        *,
        account_id: str,
        enable_share_rc: bool | UnsetType = UNSET,
        share_rc: Sequence[str] | str | UnsetType = UNSET,
        enable_share_mc: bool | UnsetType = UNSET,
        share_mc: Sequence[str] | str | UnsetType = UNSET,
        pay_mode: PayMode | UnsetType = UNSET,
        collection_method: CollectionMethod | UnsetType = UNSET,
        enable_pstn: bool | UnsetType = UNSET,
        enable_call_out: bool | UnsetType = UNSET,
        enable_enforce_login: bool | UnsetType = UNSET,
        enable_enforce_login_sd: bool | UnsetType = UNSET,
        enforce_login_domains: str | UnsetType = UNSET,
        meeting_capacity: int | UnsetType = UNSET,
        disable_cmr_reminder: bool | UnsetType = UNSET,
        enable_only_host_download_cmr: bool | UnsetType = UNSET,
        enable_same_account_access_cmr: bool | UnsetType = UNSET,
    ) -> Updated:
        """Change a sub account.

        Args:
            account_id: Which sub account. Not empty.
            enable_share_rc: It shares Virtual Room Connectors.
            share_rc: Which Virtual Room Connectors it shares. Sent separated by commas.
                Each: not empty.
            enable_share_mc: It shares Meeting Connectors.
            share_mc: Which Meeting Connectors it shares. Sent separated by commas. Each:
                not empty.
            pay_mode: Who pays for it. One of 0 (sub account holder pays) or 1 (master
                account holder pays).
            collection_method: How payment is collected. One of 0 (automatic, billed online)
                or 1 (manual, by invoice).
            enable_pstn: Participants may join by phone. Default: true.
            enable_call_out: Its users have the call-out type of the master account.
                Default: false.
            enable_enforce_login: Only signed-in users join meetings. Default: false.
            enable_enforce_login_sd: Only signed-in users of the domains in
                `enforce_login_domains` join meetings. Default: false.
            enforce_login_domains: Domains whose signed-in users join meetings.
            meeting_capacity: How many people its meetings hold. At most 100.
            disable_cmr_reminder: No reminders about cloud recordings. Default: false.
            enable_only_host_download_cmr: Only hosts download cloud recordings. Default:
                false.
            enable_same_account_access_cmr: Only users of the same account have access to
                cloud recordings. Default: false.

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Update a sub account
        """
        return self._call(operations.UPDATE, locals(), Updated)

    def delete(
        self,
        *,
        account_id: str,
    ) -> Deleted:
        """Delete a sub account.

        Args:
            account_id: Which sub account. Not empty.

        Returns:
            What was deleted, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Delete a sub account
        """
        return self._call(operations.DELETE, locals(), Deleted)

    def plan_subscribe(
        self,
        *,
        account_id: str,
        first_name: str,
        last_name: str,
        phone_number: str,
        address: str,
        apt: str | UnsetType = UNSET,
        city: str,
        country: Country,
        state: str,
        zip: str,
        plan_base: BasePlan | BasePlanDict,
        plan_zoom_rooms: ZoomRoomsPlan | ZoomRoomsPlanDict | UnsetType = UNSET,
        plan_room_connector: RoomConnectorPlan | RoomConnectorPlanDict | UnsetType = UNSET,
        plan_large_meeting: LargeMeetingPlan
        | LargeMeetingPlanDict
        | Sequence[LargeMeetingPlan | LargeMeetingPlanDict]
        | UnsetType = UNSET,
        plan_webinar: WebinarPlan
        | WebinarPlanDict
        | Sequence[WebinarPlan | WebinarPlanDict]
        | UnsetType = UNSET,
        plan_recording: RecordingPlans | UnsetType = UNSET,
        plan_audio: AudioPlan | AudioPlanDict | UnsetType = UNSET,
    ) -> Subscription:
        """Buy a base plan, and additional plans, for a sub account.

        Args:
            account_id: Which sub account. Not empty.
            first_name: First name of the contact that the plans are sold to.
            last_name: Last name of the contact.
            phone_number: Phone number of the contact.
            address: Street address of the contact.
            apt: Apartment or suite of the contact.
            city: City of the contact.
            country: Country of the contact. An id of the list of countries (255).
            state: State or province of the contact.
            zip: Postal code of the contact.
            plan_base: Base plan.
            plan_zoom_rooms: Additional plan for Zoom Rooms.
            plan_room_connector: Additional plan for H.323 and SIP devices.
            plan_large_meeting: Additional plans for large meetings.
            plan_webinar: Additional plans for webinars.
            plan_recording: Additional plan for cloud recording; its code alone. An id of
                the list of cloud recording plans (3).
            plan_audio: Additional plan for audio conferences.

        Rules:
            `state` is an id of the list of states when `country` is US or CA.

        Returns:
            The plans of a sub account and the contact that they are sold to.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Subscribe plans for a sub account
        """
        return self._call(operations.PLAN_SUBSCRIBE, locals(), Subscription)

    def plan_add(
        self,
        *,
        account_id: str,
        plan: Plan | PlanDict | str,
    ) -> Updated:
        """Buy one more additional plan for a sub account.

        Args:
            account_id: Which sub account. Not empty.
            plan: Which additional plan. Its `type` alone may stand for it.

        Rules:
            `plan.type` is an id of the list of zoom room plans, h.323/sip device room
                connector plans, large meeting plans, webinar plans, cloud recording plans or
                audio conferencing plans.

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Add a plan for a sub account
        """
        return self._call(operations.PLAN_ADD, locals(), Updated)

    def plan_get(
        self,
        *,
        account_id: str,
    ) -> Subscription:
        """Read which plans a sub account has.

        Args:
            account_id: Which sub account. Not empty.

        Returns:
            The plans of a sub account and the contact that they are sold to.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get plans information for a sub account
        """
        return self._call(operations.PLAN_GET, locals(), Subscription)

    def plan_update(
        self,
        *,
        account_id: str,
        type: PlanKind,
        plan: Plan | PlanDict | str,
    ) -> Updated:
        """Change a plan that a sub account has, base plan or not.

        Args:
            account_id: Which sub account. Not empty.
            type: Which of its plans. One of 1 (base plan) or 2 (additional plan). Default:
                1.
            plan: What the plan becomes: a base or an additional plan, as `type` says. Its
                `type` alone may stand for it.

        Rules:
            `plan.type` is an id of the list of base plans when `type` is 1 (base plan).
            `plan.type` is an id of the list of zoom room plans, h.323/sip device room
                connector plans, large meeting plans, webinar plans, cloud recording plans or
                audio conferencing plans when `type` is 2 (additional plan).

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Update a plan for a sub account
        """
        return self._call(operations.PLAN_UPDATE, locals(), Updated)

    def update_billing(
        self,
        *,
        account_id: str,
        first_name: str | UnsetType = UNSET,
        last_name: str | UnsetType = UNSET,
        phone_number: str | UnsetType = UNSET,
        address: str | UnsetType = UNSET,
        apt: str | UnsetType = UNSET,
        city: str | UnsetType = UNSET,
        country: Country | UnsetType = UNSET,
        state: str | UnsetType = UNSET,
        zip: str | UnsetType = UNSET,
    ) -> Updated:
        """Change the contact that a sub account's plans are sold to.

        Args:
            account_id: Which sub account. Not empty.
            first_name: First name of the contact that the plans are sold to.
            last_name: Last name of the contact.
            phone_number: Phone number of the contact.
            address: Street address of the contact.
            apt: Apartment or suite of the contact.
            city: City of the contact.
            country: Country of the contact. An id of the list of countries (255).
            state: State or province of the contact.
            zip: Postal code of the contact.

        Rules:
            `state` is an id of the list of states when `country` is US or CA.

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Update Billing Information for a sub account
        """
        return self._call(operations.UPDATE_BILLING, locals(), Updated)


class AccountResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: Caller) -> None:
        from zoom_v1._runtime.client.raw import raw

        resource = AccountResource(caller)
        self.create = raw(resource.create)
        self.list = raw(resource.list)
        self.get = raw(resource.get)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)
        self.plan_subscribe = raw(resource.plan_subscribe)
        self.plan_add = raw(resource.plan_add)
        self.plan_get = raw(resource.plan_get)
        self.plan_update = raw(resource.plan_update)
        self.update_billing = raw(resource.update_billing)

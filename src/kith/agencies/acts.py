"""Adding agencies, the professionals who work there, and their sign-ins."""

from uuid import UUID

from kith.agencies.models import Agency, Professional, SignIn
from kith.occasions.record import new_id, write
from kith.occasions.ticket import Ticket
from kith.policy.permissions import Doing


def add_agency(occasion: Ticket, *, name: str, type: str, id: UUID | None = None) -> Agency:
    """Add an agency, team or setting."""
    occasion.permit(Doing.SET_UP)
    return write(Agency, id=id or new_id(), name=name, type=type, occasion_id=occasion.id)


def add_professional(occasion: Ticket, *, name: str, role: str, agency: UUID) -> Professional:
    """Add somebody in a role at an agency."""
    occasion.permit(Doing.SET_UP)
    return write(Professional, name=name, role=role, agency_id=agency, occasion_id=occasion.id)


def add_sign_in(occasion: Ticket, *, professional: UUID, username: str) -> SignIn:
    """Let a professional sign in, without a password until they choose one."""
    occasion.permit(Doing.SET_UP)
    sign_in = SignIn(professional_id=professional, username=username)
    sign_in.set_unusable_password()
    sign_in.save(force_insert=True)
    return sign_in

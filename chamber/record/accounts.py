"""Accounts: who may come in, in which role, and of which chamber, committee or deputy."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Identity, delete, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.law.roles import Role
from chamber.record.base import Base, one_of
from chamber.record.desk import Clerk
from chamber.record.passwords import check_strength, hashed
from chamber.record.proceedings import Proceeding

LOGIN = "^[a-z0-9][a-z0-9._@-]{0,99}$"


class Account(Base):
    __tablename__ = "account"
    __table_args__ = (
        one_of("role", *(role for role in Role if role is not Role.PUBLIC)),
        one_of("chamber", "senate", "mazhilis"),
        CheckConstraint(f"login ~ '{LOGIN}'", name="login_is_plain"),
        CheckConstraint("chamber IS NOT NULL OR role = 'admin'", name="belongs_to_a_chamber"),
    )

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    uid: Mapped[UUID] = mapped_column(server_default=text("gen_random_uuid()"), unique=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]  # As the journal signs.
    password: Mapped[str]  # The argon2 hash.
    role: Mapped[str]
    chamber: Mapped[str | None]
    committee: Mapped[UUID | None] = mapped_column(ForeignKey(Proceeding.uid))
    deputy: Mapped[UUID | None] = mapped_column(ForeignKey(Proceeding.uid))
    made_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
    disabled_at: Mapped[datetime | None]

    @property
    def clerk(self) -> Clerk:
        return Clerk(
            account=self.uid, name=self.name, role=Role(self.role), chamber=self.chamber,
            committee=self.committee, deputy=self.deputy,
        )  # fmt: skip


class Session(Base):
    """A person who is logged in. Only a hash of the token is kept."""

    __tablename__ = "session"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey(Account.id), index=True)
    began_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
    expires_at: Mapped[datetime] = mapped_column(index=True)


class Token(Base):
    """What a program shows instead of a password. It lasts until its account is reset."""

    __tablename__ = "token"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey(Account.id), index=True)
    label: Mapped[str]  # What it is for.
    issued_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class NoSuchAccount(ValueError):
    def __init__(self, login: str) -> None:
        super().__init__(f"there is no account {login}")


async def add(
    session: AsyncSession,
    login: str,
    password: str,
    role: Role,
    *,
    chamber: str | None = None,
    name: str | None = None,
    committee: UUID | None = None,
    deputy: UUID | None = None,
) -> Account:
    """Make an account. Raises TooWeak; IntegrityError where the login is taken."""
    check_strength(password)
    account = Account(
        login=login.lower(), name=name or login, password=await hashed(password), role=role.value,
        chamber=chamber, committee=committee, deputy=deputy,
    )  # fmt: skip
    session.add(account)
    await session.flush()
    return account


async def of_login(session: AsyncSession, login: str) -> Account:
    found = await session.scalar(select(Account).where(Account.login == login.lower()))
    if found is None:
        raise NoSuchAccount(login)
    return found


async def reset(session: AsyncSession, login: str, password: str) -> None:
    """A new password; and an account that was disabled is one again."""
    check_strength(password)
    account = await of_login(session, login)
    account.password = await hashed(password)
    account.disabled_at = None
    await send_out(session, account)


async def disable(session: AsyncSession, login: str) -> None:
    account = await of_login(session, login)
    account.disabled_at = await session.scalar(select(func.clock_timestamp()))
    await send_out(session, account)


async def send_out(session: AsyncSession, account: Account) -> None:
    """End all sessions of an account, and take back its tokens."""
    await session.flush()
    for table in (Session, Token):
        await session.execute(delete(table).where(table.account_id == account.id))

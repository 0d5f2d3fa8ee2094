"""`chamber user`: accounts are made, listed, reset and disabled on the machine itself."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.table import Table
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.database import database
from chamber.law.roles import Role
from chamber.record import accounts, sessions
from chamber.record.accounts import Account
from chamber.record.engine import connect_engine
from chamber.record.passwords import made_up
from chamber.settings import settings

Done = TypeVar("Done")
WIDEST = 1000
ROLES = click.Choice([role.value for role in Role if role is not Role.PUBLIC])
CHAMBERS = click.Choice(["senate", "mazhilis"])
FROM_STDIN = click.option(
    "--password-stdin", is_flag=True, help="Read the password from standard input; else one is made"
    " up and printed once.",
)  # fmt: skip


class Refused(click.ClickException):
    """What is asked for cannot be: one line on standard error, and exit status 2."""

    exit_code = 2


@click.group()
def user() -> None:
    """Accounts of people and programs."""


@user.command()
@click.argument("login")
@click.option("--role", type=ROLES, required=True)
@click.option("--chamber", type=CHAMBERS, help="Needed for every role but admin.")
@click.option("--name", help="How the journal signs; the login where it is left out.")
@click.option("--committee", type=click.UUID, help="The id of the committee, for its staff.")
@click.option("--deputy", type=click.UUID, help="The id of the deputy.")
@FROM_STDIN
def add(login: str, role: str, password_stdin: bool, **belongs: Any) -> None:
    """Make an account."""
    password = password_given(password_stdin)
    in_database(lambda session: accounts.add(session, login, password, Role(role), **belongs))
    click.echo(f"The account {login} is made.")
    tell_once("Password", None if password_stdin else password)


@user.command("list")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
def list_accounts(as_json: bool) -> None:
    """All accounts."""

    async def work(session: AsyncSession) -> list[dict[str, str | None]]:
        found = await session.scalars(select(Account).order_by(Account.login))
        return [told(account) for account in found]

    rows = in_database(work)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    table = Table("login", "name", "role", "chamber", "disabled")
    for row in rows:
        names = ("login", "name", "role", "chamber", "disabled_at")
        table.add_row(*(row[name] or "" for name in names))
    console = Console()
    wanted = console.measure(table, options=console.options.update(max_width=WIDEST)).maximum
    # A login that is cut cannot be typed again: a narrow window wraps the lines by itself.
    Console(width=max(console.width, wanted)).print(table)


def told(account: Account) -> dict[str, str | None]:
    return {
        "id": str(account.uid),
        "login": account.login,
        "name": account.name,
        "role": account.role,
        "chamber": account.chamber,
        "disabled_at": str(account.disabled_at) if account.disabled_at else None,
    }


@user.command()
@click.argument("login")
@FROM_STDIN
def reset(login: str, password_stdin: bool) -> None:
    """A new password. Sessions and tokens end; a disabled account is one again."""
    password = password_given(password_stdin)
    in_database(lambda session: accounts.reset(session, login, password))
    click.echo(f"The password of {login} is new; sessions and tokens have ended.")
    tell_once("Password", None if password_stdin else password)


@user.command()
@click.argument("login")
def disable(login: str) -> None:
    """Nobody comes in with this account any more."""
    in_database(lambda session: accounts.disable(session, login))
    click.echo(f"The account {login} is disabled; its sessions and tokens have ended.")


@user.command()
@click.argument("login")
@click.option("--label", required=True, help="What the token is for.")
def token(login: str, label: str) -> None:
    """A token for a program, sent as `Authorization: Bearer …`. It is printed once."""

    async def work(session: AsyncSession) -> str:
        account = await accounts.of_login(session, login)
        return await sessions.issue_token(session, account, label)

    tell_once("Token", in_database(work))


def in_database(work: Callable[[AsyncSession], Awaitable[Done]]) -> Done:
    """One transaction; what is wrong is said in one line."""
    try:
        with database(settings()) as at:
            return asyncio.run(transact(at.owner, work))
    except ValueError as wrong:
        raise Refused(str(wrong)) from None
    except IntegrityError as wrong:
        raise Refused(said(wrong)) from None


async def transact(dsn: str, work: Callable[[AsyncSession], Awaitable[Done]]) -> Done:
    engine = connect_engine(dsn)
    try:
        async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
            return await work(session)
    finally:
        await engine.dispose()


def said(wrong: IntegrityError) -> str:
    constraints = {
        "account_login_key": "there is an account of this login already",
        "account_login_is_plain": "a login is of small Latin letters, digits and . _ @ -",
        "account_belongs_to_a_chamber": "say which chamber the account belongs to: --chamber",
        "account_committee_fkey": "there is no committee with this id",
        "account_deputy_fkey": "there is no deputy with this id",
    }
    return next((words for name, words in constraints.items() if name in str(wrong)), "refused")


def password_given(from_stdin: bool) -> str:
    return sys.stdin.readline().rstrip("\r\n") if from_stdin else made_up()


def tell_once(what: str, secret: str | None) -> None:
    if secret is not None:
        click.echo(f"{what} (shown this once): {secret}")

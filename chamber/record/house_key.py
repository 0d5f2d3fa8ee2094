"""The key of the house: secret bytes that tags are made with, so that a tag says nothing."""

from sqlalchemy import CheckConstraint, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.base import Base


class HouseKey(Base):
    """One row, made with the database, so that all processes agree on a tag."""

    __tablename__ = "house_key"
    __table_args__ = (CheckConstraint("sole", name="one_row"),)

    sole: Mapped[bool] = mapped_column(primary_key=True, server_default="true")
    key: Mapped[bytes]


# Two random UUIDs hold 244 random bits; PostgreSQL without extensions has no other source.
DDL = [
    """INSERT INTO house_key (key) VALUES (sha256(
           uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))"""
]


async def house_key(session: AsyncSession) -> bytes:
    return (await session.execute(select(HouseKey.key))).scalar_one()

"""Where the tree lies: leaves, checkpoints and registers, which are added and never changed.

Beside them two queues, which are no part of the record: what is to be sealed, and the cases of
which the register has to say anew what is open.
"""

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Identity
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.base import Base
from chamber.record.proceedings import Proceeding

HASH = "octet_length({0}) = 32"


class Leaf(Base):
    """A commitment in its place in the tree. Nothing here tells what it commits to."""

    __tablename__ = "leaf"
    __table_args__ = (CheckConstraint(HASH.format("commitment"), name="whole"),)

    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # 0, 1, 2 …
    commitment: Mapped[bytes] = mapped_column(unique=True)


class CheckpointRow(Base):
    """The root of the first `size` leaves, as it was signed."""

    __tablename__ = "checkpoint"

    size: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    root: Mapped[bytes]
    note: Mapped[str]


class RecordKey(Base):
    """The key that the checkpoints are verified with: one, for the whole record."""

    __tablename__ = "record_key"
    __table_args__ = (CheckConstraint("one", name="one"),)

    one: Mapped[bool] = mapped_column(primary_key=True, server_default="true")
    vkey: Mapped[str]


class Register(Base):
    """Says of leaves that they are open from now on, or no longer. Itself a leaf, and open."""

    __tablename__ = "register"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    salt: Mapped[bytes]
    body: Mapped[bytes]
    commitment: Mapped[bytes] = mapped_column(
        Computed(r"sha256('chamber-record/v1\012'::bytea || salt || body)", persisted=True),
        unique=True,
    )


class Opened(Base):
    """What is open now as the registers say it: kept so that a new one need not read the old."""

    __tablename__ = "opened"

    commitment: Mapped[bytes] = mapped_column(primary_key=True)
    proceeding_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), index=True)


class Unsealed(Base):
    """A commitment that has no leaf yet, in the order in which it was made."""

    __tablename__ = "unsealed"

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    commitment: Mapped[bytes]


class Unregistered(Base):
    """A case in which something was entered, or which was opened to the public or closed to it."""

    __tablename__ = "unregistered"

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    proceeding_id: Mapped[int]


# As the owner: whoever may enter an act need not be able to touch the queues. Once for a statement,
# so that many entries at once cost little more than one.
DDL = [
    """
    CREATE FUNCTION entries_to_seal() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public AS $$ BEGIN
        INSERT INTO unsealed (commitment) SELECT commitment FROM added ORDER BY id;
        INSERT INTO unregistered (proceeding_id) SELECT DISTINCT proceeding_id FROM added;
        RETURN NULL;
    END $$""",
    """
    CREATE FUNCTION registers_to_seal() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public AS $$ BEGIN
        INSERT INTO unsealed (commitment) SELECT commitment FROM added ORDER BY seq;
        RETURN NULL;
    END $$""",
    """
    CREATE FUNCTION board_to_register() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public AS $$ BEGIN
        INSERT INTO unregistered (proceeding_id) VALUES (coalesce(NEW.id, OLD.id));
        RETURN NULL;
    END $$""",
    *(
        f"""
        CREATE TRIGGER to_be_sealed AFTER INSERT ON {table} REFERENCING NEW TABLE AS added
            FOR EACH STATEMENT EXECUTE FUNCTION {done}()"""
        for table, done in (("journal", "entries_to_seal"), ("register", "registers_to_seal"))
    ),
    """
    CREATE TRIGGER to_be_registered AFTER INSERT OR DELETE ON announced
        FOR EACH ROW EXECUTE FUNCTION board_to_register()""",
    # Also where somebody says that what is written comes from another server.
    "ALTER TABLE journal ENABLE ALWAYS TRIGGER to_be_sealed",
    "ALTER TABLE register ENABLE ALWAYS TRIGGER to_be_sealed",
    "ALTER TABLE announced ENABLE ALWAYS TRIGGER to_be_registered",
]

"""The veil: a hearing of which any act ever said that it is closed is never on the board again.

Whatever the law makes of such an act, and whatever is corrected later, those who were told a secret
behind closed doors were told it. So the database draws the veil itself, from the journal.
"""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from chamber.hearings.tables.guard import SAFELY
from chamber.record.base import Base
from chamber.record.proceedings import Proceeding


class VeiledRow(Base):
    """A hearing that is never public."""

    __tablename__ = "veiled"

    proceeding_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)


DDL = [
    # An act that was taken, or had occurred, or was put in another's place by a correction; whether
    # it stands or not.
    f"""
    CREATE FUNCTION veil() RETURNS trigger LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        IF NOT EXISTS (SELECT FROM proceeding WHERE id = NEW.proceeding_id AND noun = 'hearings')
        THEN RETURN NULL;
        END IF;
        IF jsonb_path_exists(
            convert_from(NEW.body, 'UTF8')::jsonb, '$.data.act.**.form ? (@ == "closed")'
        ) THEN
            PERFORM keep_calendar();
            INSERT INTO veiled VALUES (NEW.proceeding_id) ON CONFLICT DO NOTHING;
            DELETE FROM announced_organiser WHERE id = NEW.proceeding_id;
            DELETE FROM announced WHERE id = NEW.proceeding_id;
            -- The places stay, and are empty. Where there are none, whoever listens is not called.
            IF EXISTS (SELECT FROM announcement WHERE hearing_id = NEW.proceeding_id) THEN
                UPDATE announcement SET poster = NULL, organisers = '{{}}'
                    WHERE hearing_id = NEW.proceeding_id AND poster IS NOT NULL;
            END IF;
        END IF;
        RETURN NULL;
    END $$""",
    "CREATE TRIGGER veil AFTER INSERT ON journal FOR EACH ROW EXECUTE FUNCTION veil()",
    # Under the turn in which the veil is drawn: nobody puts a poster up meanwhile.
    f"""
    CREATE FUNCTION check_unveiled() RETURNS trigger LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        PERFORM keep_calendar();
        IF EXISTS (
            SELECT FROM veiled WHERE proceeding_id = (to_jsonb(NEW) ->> TG_ARGV[0])::bigint
        ) THEN
            RAISE EXCEPTION 'a hearing that was ever closed is not announced'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'veiled_is_not_announced';
        END IF;
        RETURN NEW;
    END $$""",
    """
    CREATE TRIGGER check_unveiled BEFORE INSERT OR UPDATE ON announced
        FOR EACH ROW EXECUTE FUNCTION check_unveiled('id')""",
    """
    CREATE TRIGGER check_unveiled BEFORE INSERT OR UPDATE ON announcement
        FOR EACH ROW WHEN (NEW.poster IS NOT NULL) EXECUTE FUNCTION check_unveiled('hearing_id')""",
]

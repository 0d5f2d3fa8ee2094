"""The views through which the public looks things up. They are plain: an index gives the order.

A view with a barrier would be sorted whole before its first rows are given out. Nothing that is not
public lies behind these: a roll has rows from the closing of its vote on.
"""

DDL = [
    """
    CREATE VIEW public_vote AS
        SELECT id, uid, edition, proceeding_id, chamber, convocation, opened_on, power, rule,
               question_kk, question_ru, words, form, method, number, outcome, verdict,
               in_favour, against, abstained, present, seats, in_office, official_outcome
        FROM vote WHERE closed_on IS NOT NULL AND NOT (undone AND ruling IS NULL)""",
    """
    CREATE VIEW public_ballot AS
        SELECT vote_id, edition, person_id, voted_on, choice FROM ballot""",
    """
    CREATE VIEW public_faction_vote AS
        SELECT vote_id, edition, faction_id, voted_on,
               in_favour, against, abstained, not_voting, absent, excused
        FROM faction_vote""",
    """
    CREATE VIEW public_attendance AS
        SELECT person_id, chamber, year, choice, votes FROM attendance""",
    # Sittings to which all deputies of a Chamber are to come, and whose registration names them.
    """
    CREATE VIEW public_sitting AS
        SELECT s.id, c.uid, s.chamber, s.kind, s.starts_at, s.opened_on
        FROM sitting AS s JOIN proceeding AS c ON c.id = s.id
        WHERE s.opened_on IS NOT NULL AND s.kind IN ('plenary', 'joint')
            AND EXISTS (SELECT FROM presence AS p WHERE p.sitting_id = s.id AND p.item = 0)""",
    """
    CREATE VIEW public_presence AS
        SELECT sitting_id, person_id, state FROM presence WHERE item = 0""",
    """
    CREATE VIEW public_case AS
        SELECT id, uid, noun, number FROM proceeding""",
    """
    CREATE VIEW public_person AS
        SELECT p.id, c.uid FROM person AS p JOIN proceeding AS c ON c.id = p.id""",
    """
    CREATE VIEW public_name AS
        SELECT person_id, starts_on, ends_on, kk, ru, latin FROM person_name""",
    """
    CREATE VIEW public_mandate AS
        SELECT person_id, starts_on, ends_on, chamber, convocation, basis, ground FROM mandate""",
    """
    CREATE VIEW public_post AS
        SELECT person_id, starts_on, ends_on, chamber, post FROM post""",
    """
    CREATE VIEW public_membership AS
        SELECT m.person_id, m.starts_on, least(m.ends_on, b.ends_on) AS ends_on, m.chamber,
               m.body_kind, m.role, c.uid AS body, b.kk, b.ru, b.latin
        FROM membership AS m
        JOIN body AS b ON b.id = m.body_id
        JOIN proceeding AS c ON c.id = b.id""",
]

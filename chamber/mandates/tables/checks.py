"""What the database finds wrong with a matter of mandates at the end of a transaction, in SQL."""

from chamber.mandates.rules.grounds import ALLOWED_WORK, ONLY
from chamber.mandates.tables.cases import ENDS_BY_ITSELF, listed
from chamber.mandates.words import ALLOWED
from chamber.record.people.acts import Ground
from chamber.record.people.mandates import BY_ITSELF, ENDED_BY, GROUNDS, OF_A_PARTY

RULE_OF = " ".join(f"WHEN '{one}' THEN '{ENDED_BY[one]}'" for one in Ground if one in BY_ITSELF)


def refuse(test: str, message: str, constraint: str) -> str:
    return f"""
        IF EXISTS ({test}) THEN
            RAISE EXCEPTION '{message}'
                USING ERRCODE = 'check_violation', CONSTRAINT = '{constraint}';
        END IF;"""


# Resolutions on the matter that stand, with the vote that each rests on.
STANDING = """
    SELECT FROM mandate_matter AS m
        JOIN resolution AS r ON r.proceeding_id = m.id AND r.fell_by IS NULL
        LEFT JOIN vote AS v ON v.id = r.vote_id AND v.proceeding_id = m.id AND NOT v.undone
    WHERE m.id = matter"""
AS_VOTED = """
    (v.outcome = 'adopted' OR v.outcome = 'not_judged' AND let_pass_in(m, 'F-2.11'))
    AND v.closed_on <= r.adopted_on
    AND NOT EXISTS (SELECT FROM vote AS w WHERE w.proceeding_id = m.id AND NOT w.undone
        AND w.number > v.number AND w.outcome IN ('adopted', 'not_adopted'))"""
PREPARED = """coalesce(m.conclusion_on <= v.opened_on, false)
    OR m.set_off_by = 'cec' AND m.document IS NOT NULL
    OR let_pass_in(m, CASE m.ground WHEN 'incompatible' THEN 'A57-4.11' ELSE 'A57-4.21' END)"""
SET_OFF = " ".join(f"WHEN '{one}' THEN m.set_off_by <> '{who}'" for one, (who, _) in ONLY.items())
RULE_OF_ALL = " ".join(f"WHEN '{one}' THEN '{rule}'" for one, rule in ENDED_BY.items())
ITS_RULE = f"CASE m.ground {RULE_OF_ALL} END"
TEACHING = ", ".join(f"'{one}'" for one in sorted(ALLOWED))
# What of a ground the law does not know so, and the rule that must have been let pass then.
ODD = (
    (
        f"m.chamber = 'senate' AND m.ground IN ({listed(OF_A_PARTY)})",
        ITS_RULE,
    ),
    ("m.ground = 'other'", f"'{GROUNDS}'"),
    (f"CASE m.ground {SET_OFF} END", ITS_RULE),
    (f"m.activity IN ({TEACHING})", f"'{ALLOWED_WORK}'"),
)

CHECKS = "".join(
    [
        refuse(
            f"""{STANDING} AND r.decision = 'end_powers' AND NOT coalesce({AS_VOTED}, false)""",
            "the resolution does not say what the vote decided",
            "mandate_resolution_as_voted",
        ),
        refuse(
            f"""{STANDING} AND r.decision = 'note_end'
                AND NOT (m.{ENDS_BY_ITSELF} AND m.ends_on IS NOT NULL)""",
            "these powers did not end by themselves",
            "mandate_noted_by_itself",
        ),
        refuse(
            f"""SELECT FROM mandate_matter AS m
                WHERE m.id = matter AND m.ends_on IS NOT NULL AND NOT m.{ENDS_BY_ITSELF}
                AND NOT EXISTS ({STANDING} AND r.decision = 'end_powers'
                    AND r.adopted_on < m.ends_on)""",
            "no resolution ends these powers",
            "mandate_ended_by_resolution",
        ),
        refuse(
            f"""SELECT FROM mandate_matter AS m JOIN vote AS v ON v.proceeding_id = m.id
                WHERE m.id = matter AND NOT v.undone AND NOT CASE WHEN m.{ENDS_BY_ITSELF}
                    THEN let_pass_in(m, CASE m.ground {RULE_OF} END) ELSE {PREPARED} END""",
            "the Chamber may not vote on this yet",
            "mandate_vote_prepared",
        ),
        refuse(
            """SELECT FROM mandate_matter AS m JOIN vote AS v ON v.proceeding_id = m.id
                WHERE m.id = matter AND NOT v.undone AND v.opened_on < m.opened_on""",
            "the Chamber voted before the matter was opened",
            "mandate_vote_after_opening",
        ),
        # On a day without an edition it is the list of grounds that is offended.
        *(
            refuse(
                f"""SELECT FROM mandate_matter AS m
                    WHERE m.id = matter AND ({odd})
                    AND NOT (let_pass_in(m, {rule}) OR let_pass_in(m, '{GROUNDS}'))""",
                "the law does not know this ground so",
                "mandate_ground_known",
            )
            for odd, rule in ODD
        ),
        refuse(
            """SELECT FROM mandate_matter AS m JOIN mandate AS h ON h.because_id = m.id
                WHERE m.id = matter AND (person IS NULL OR h.person_id = person)
                AND ((h.ends_on, h.ground, h.chamber) IS DISTINCT FROM
                        (m.ends_on, m.ground, m.chamber)
                    OR NOT EXISTS (SELECT FROM mandate_matter_deputy AS d
                        WHERE d.matter_id = m.id AND d.person_id = h.person_id))""",
            "the mandate did not end as the matter says",
            "mandate_ends_with_its_matter",
        ),
        # A mandate that had ended before then is not ended again.
        refuse(
            """SELECT FROM mandate_matter AS m JOIN (
                    SELECT * FROM mandate_matter_deputy WHERE person_id = person
                    UNION ALL
                    SELECT * FROM mandate_matter_deputy WHERE person IS NULL AND matter_id = matter
                ) AS d ON d.matter_id = m.id
                WHERE m.ends_on IS NOT NULL AND (
                    EXISTS (SELECT FROM mandate AS h
                        WHERE h.person_id = d.person_id AND h.chamber = m.chamber
                            AND h.starts_on < m.ends_on
                            AND coalesce(h.ends_on > m.ends_on, true))
                    OR m.dissolved IS NULL AND NOT EXISTS (SELECT FROM mandate AS h
                        WHERE h.person_id = d.person_id AND h.chamber = m.chamber
                            AND h.ends_on <= m.ends_on))""",
            "the mandate lasts though the matter has ended it",
            "mandate_ended_by_its_matter",
        ),
        refuse(
            """SELECT FROM mandate_matter AS m WHERE m.id = matter AND m.ends_on IS NOT NULL
                AND NOT EXISTS (SELECT FROM mandate_matter_deputy WHERE matter_id = m.id)""",
            "the matter is about no deputy",
            "mandate_matter_of_deputies",
        ),
    ]
)

"""What the database guards beside the rules: a correction may meet it, or one of two at once."""

from chamber.web.problem import Problem, saying

DAY_NOT_FREE = Problem(
    409,
    "day-not-free",
    saying(
        "Бұл күн бос емес: тыңдау жалпы отырыс күні өткізілмейді. Алдымен бірін ауыстырыңыз.",
        "Этот день занят: слушания не проводятся в день пленарного заседания. Сначала перенесите"
        " одно из них.",
        "That day is not free: no hearing is held on a day of a plenary sitting. Move one of the"
        " two first.",
    ),
)
NOT_ANNOUNCED = Problem(
    409,
    "not-announced",
    saying(
        "Тыңдау басталған, бірақ хабарлама уақтылы берілмеген болып шығады.",
        "Получилось бы, что слушания начались без своевременного уведомления.",
        "The hearing would have begun without a timely notice.",
    ),
)
HAS_MEMBERS = Problem(
    409,
    "contradiction",
    saying(
        "Органның мүшелері бар: түрі мен палатасын түзетпес бұрын мүшеліктерді түзетіңіз.",
        "У органа есть члены: прежде чем исправлять его вид или палату, исправьте членство.",
        "The body has members: put their memberships right before its kind or its Chamber.",
    ),
)


def twice(kk: str, ru: str, en: str) -> Problem:
    """Something that there is once would be there twice."""
    return Problem(
        409,
        "contradiction",
        saying(
            f"{kk} Алдымен екіншісін түзетіңіз.",
            f"{ru} Сначала исправьте другую запись.",
            f"{en} Put the other entry right first.",
        ),
    )


# By the name that the guard itself goes by in the database.
BY_GUARD = {
    "hearing_on_a_free_day": DAY_NOT_FREE,
    "hearing_announced_in_time": NOT_ANNOUNCED,
    "membership_body_id_chamber_body_kind_fkey": HAS_MEMBERS,
    "one_chair": twice(
        "Бір күнде палатаның екі төрағасы болып шығады.",
        "Получилось бы, что в один день у Палаты два председателя.",
        "The Chamber would have two Chairs on one day.",
    ),
    "one_body_chair": twice(
        "Бір күнде органның екі төрағасы болып шығады.",
        "Получилось бы, что в один день у органа два председателя.",
        "The body would have two chairs on one day.",
    ),
    "one_at_once": twice(
        "Бір адам бір күнде бір лауазымға екі рет тағайындалған болып шығады.",
        "Получилось бы, что один человек в один день дважды занимает одну и ту же должность.",
        "One person would hold the same office twice on one day.",
    ),
}

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

# By the name that the guard itself goes by in the database.
BY_GUARD = {
    "hearing_on_a_free_day": DAY_NOT_FREE,
    "hearing_announced_in_time": NOT_ANNOUNCED,
}

"""All the ways in which a request itself is refused, before any law is asked."""

from chamber.web.problem import Problem, saying

NOT_LOGGED_IN = Problem(
    401,
    "not-logged-in",
    saying("Жүйеге кіру қажет.", "Требуется вход в систему.", "You must be logged in."),
    headers={"WWW-Authenticate": 'Bearer realm="chamber"'},
)
WRONG_PASSWORD = Problem(
    401,
    "wrong-password",
    saying(
        "Логин немесе құпиясөз қате.", "Неверный логин или пароль.",
        "The login or the password is wrong.",
    ),
)  # fmt: skip
FOREIGN_SITE = Problem(
    403,
    "foreign-site",
    saying(
        "Сұрау бөтен сайттан жіберілген.", "Запрос отправлен с чужого сайта.",
        "The request was sent from a foreign site.",
    ),
)  # fmt: skip
UNKNOWN = Problem(
    404,
    "unknown",
    saying("Мұндай жазба жоқ.", "Такой записи нет.", "There is no such record."),
)
METHOD = Problem(
    405,
    "method",
    saying(
        "Бұл мекенжай мұндай әдісті білмейді.", "Этот адрес не знает такого метода.",
        "This address does not know that method.",
    ),
)  # fmt: skip
NOT_ACCEPTABLE = Problem(
    406,
    "not-acceptable",
    saying(
        "Жауап сұралған пішінде берілмейді.", "Ответ не выдается в запрошенном формате.",
        "There is no answer in the form that is asked for.",
    ),
)  # fmt: skip
TOO_LARGE = Problem(
    413,
    "too-large",
    saying("Сұрау тым үлкен.", "Запрос слишком велик.", "The request is too large."),
)
ADDRESS_TOO_LONG = Problem(
    414,
    "address-too-long",
    saying("Мекенжай тым ұзын.", "Адрес слишком длинный.", "The address is too long."),
)
MEDIA_TYPE = Problem(
    415,
    "media-type",
    saying(
        "Сұраудың денесі application/json түрінде болуға тиіс.",
        "Тело запроса должно иметь тип application/json.",
        "The body must be of the type application/json.",
    ),
)
FILE_TYPE = Problem(
    415,
    "file-type",
    saying(
        "Мұндай файл қабылданбайды: PDF, PNG, JPEG, TIFF, DOCX, ODT немесе UTF-8 мәтін қажет.",
        "Такой файл не принимается: нужен PDF, PNG, JPEG, TIFF, DOCX, ODT или текст в UTF-8.",
        "Such a file is not taken: send PDF, PNG, JPEG, TIFF, DOCX, ODT or text in UTF-8.",
    ),
)
FILE_IN_A_FORM = Problem(
    415,
    "file-in-a-form",
    saying(
        "Сұраудың денесі файлдың өзі болуға тиіс: multipart түріндегі форма қабылданбайды.",
        "Телом запроса должен быть сам файл: форма multipart не принимается.",
        "The body must be the file itself: a multipart form is not taken.",
    ),
)
NO_TAG = Problem(
    428,
    "no-version-named",
    saying(
        "If-Match тақырыбы қажет: істің оқылған нұсқасын көрсетіңіз.",
        "Нужен заголовок If-Match: укажите прочитанную версию дела.",
        "The header If-Match is needed: name the version of the case that you have read.",
    ),
)
FASTER = Problem(
    412,
    "somebody-was-faster",
    saying(
        "Бұл істі осы арада басқа пайдаланушы өзгертті. Бетті жаңартып, әрекетті қайталаңыз.",
        "За это время дело изменил другой пользователь. Обновите страницу и повторите действие.",
        "Another user has changed this case in the meantime. Reload the page and try again.",
    ),
)
NO_KEY = Problem(
    400,
    "no-idempotency-key",
    saying(
        "Idempotency-Key тақырыбы қажет: 1-ден 200-ге дейін көрінетін таңба.",
        "Нужен заголовок Idempotency-Key: от 1 до 200 видимых знаков.",
        "The header Idempotency-Key is needed: from 1 to 200 visible characters.",
    ),
)
IN_FLIGHT = Problem(
    409,
    "in-flight",
    saying(
        "Осы сұрау қазір орындалып жатыр.", "Этот же запрос сейчас выполняется.",
        "The same request is being answered at this moment.",
    ),
    headers={"Retry-After": "1"},
)  # fmt: skip
KEY_USED = Problem(
    422,
    "key-used-before",
    saying(
        "Бұл Idempotency-Key басқа сұрау үшін қолданылған.",
        "Этот Idempotency-Key уже использован для другого запроса.",
        "This Idempotency-Key was used for another request.",
    ),
)
BAD_QUERY = Problem(
    422,
    "query",
    saying(
        "Мекенжайда dry_run=true немесе dry_run=false ғана бола алады.",
        "В адресе допускается только dry_run=true или dry_run=false.",
        "The address may only say dry_run=true or dry_run=false.",
    ),
)
CONTRADICTION = Problem(
    409,
    "contradiction",
    saying(
        "Жіберілген дерек жазбаларға қайшы келеді.", "Сказанное противоречит записям.",
        "What is said contradicts the record.",
    ),
)  # fmt: skip
BROKEN = Problem(
    500,
    "broken",
    saying(
        "Бізде қате болды. Ештеңе жазылған жоқ.", "У нас произошла ошибка. Ничего не записано.",
        "Something is wrong on our side. Nothing was written.",
    ),
)  # fmt: skip
AWAY = Problem(
    503,
    "database-away",
    saying(
        "Дерекқор жауап бермейді. Кейінірек қайталаңыз.",
        "База данных не отвечает. Повторите позже.",
        "The database does not answer. Try again later.",
    ),
    headers={"Retry-After": "5"},
)
OTHER_TABLES = Problem(
    503,
    "other-tables",
    saying(
        "Дерекқор жаңартылмаған: chamber migrate орындаңыз.",
        "База данных не обновлена: выполните chamber migrate.",
        "The database is not up to date: run chamber migrate.",
    ),
)


def unreadable(why: str) -> Problem:
    """What was sent cannot be read at all; `why` is in English, for the one who programs."""
    sentence = saying(
        "Сұрауды оқу мүмкін емес.", "Запрос невозможно прочитать.",
        f"The request cannot be read: {why}.",
    )  # fmt: skip
    return Problem(400, "unreadable", sentence)


def too_many_tries(wait: int) -> Problem:
    sentence = saying(
        f"Тым көп әрекет жасалды. Күту уақыты, секундпен: {wait}.",
        f"Слишком много попыток. Время ожидания, в секундах: {wait}.",
        f"Too many tries. Time to wait, in seconds: {wait}.",
    )
    return Problem(429, "too-many-tries", sentence, headers={"Retry-After": str(wait)})


def too_many_requests(wait: int) -> Problem:
    sentence = saying(
        f"Желіңізден тым көп сұрау келді. Күту уақыты, секундпен: {wait}.",
        f"Из Вашей сети пришло слишком много запросов. Время ожидания, в секундах: {wait}.",
        f"Too many requests come from your network. Time to wait, in seconds: {wait}.",
    )
    return Problem(429, "too-many-requests", sentence, headers={"Retry-After": str(wait)})

"""The embedded server works wherever its data lie, and whatever the machine speaks."""

import os
import shutil
from pathlib import Path

import pytest

from chamber.embedded import place
from chamber.embedded.server import embedded_server
from chamber.embedded.trouble import Trouble
from tests.embedded.visitor import Visitor, ask

ROOT = os.geteuid() == 0


@pytest.mark.parametrize("locale", ["C", "ru_RU.UTF-8", "kk_KZ.RK1048", "no such locale"])
async def test_kazakh_is_understood_whatever_the_locale_of_the_machine(
    home: Path, locale: str
) -> None:
    visitor = Visitor(home, LC_ALL=locale, LANG=locale, PGDATA="/nowhere", PGPORT="1")
    dsn = visitor.dsn()

    assert await ask(dsn, "SELECT lower('ӘҒҚҢӨҰҮҺІ')") == "әғқңөұүһі"
    await ask(dsn, "CREATE EXTENSION pg_trgm")
    assert await ask(dsn, "SELECT similarity('Құрылтай', 'құрылтайы') > 0.7") is True
    assert await ask(dsn, "SELECT to_tsvector('simple', '«Құрылтай»')::text") == "'құрылтай':1"
    assert visitor.leave() == 0


async def test_a_long_path_with_letters_that_a_shell_would_take_for_its_own(home: Path) -> None:
    with embedded_server(home / "$HOME `true` \"a\" 'b' Ә" / ("d" * 200)) as server:
        assert await ask(server.dsn(), "SELECT 1") == 1


async def test_what_was_only_half_made_is_made_again(home: Path) -> None:
    half = home / "pg18.part"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")

    with embedded_server(home) as server:
        assert await ask(server.dsn(), "SELECT 1") == 1


async def test_the_log_of_a_server_that_lasts_holds_no_data(home: Path) -> None:
    with embedded_server(home) as server:
        for setting, value in {
            "jit": "off", "log_parameter_max_length": "0", "fsync": "on", "listen_addresses": "",
            "log_parameter_max_length_on_error": "0", "log_error_verbosity": "terse",
        }.items():  # fmt: skip
            assert await ask(server.dsn(), f"SHOW {setting}") == value


def test_a_socket_directory_that_others_may_enter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    (tmp_path / "link").symlink_to(tmp_path)

    for name in ("open", "link"):
        with pytest.raises(Trouble, match="only the server's user may enter"):
            place.closed_directory(tmp_path / name, os.geteuid())
    assert place.closed_directory(tmp_path / "closed", os.geteuid()).stat().st_mode & 0o777 == 0o700
    if ROOT:
        with pytest.raises(Trouble, match="only the server's user may enter"):
            place.closed_directory(tmp_path / "closed", 12345)


def test_programs_that_are_not_there_are_named(home: Path) -> None:
    with pytest.raises(Trouble, match="no initdb there"), embedded_server(home, bin_dir=Path("/")):
        pass


@pytest.mark.skipif(not ROOT, reason="only root runs the server as somebody else")
async def test_for_root_a_closed_directory_is_opened_for_the_server_alone(home: Path) -> None:
    home.mkdir(mode=0o700)

    with embedded_server(home) as server:
        assert await ask(server.dsn(), "SELECT 1") == 1
    assert home.stat().st_mode & 0o777 == 0o710
    assert (home / "pg18").stat().st_uid != 0


@pytest.mark.skipif(not ROOT, reason="only root runs the server as somebody else")
async def test_for_root_behind_a_closed_door_the_data_go_elsewhere_and_stay_there(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir(mode=0o700)
    inner = home / "var"

    with embedded_server(inner) as server:
        await ask(server.dsn(), "CREATE TABLE kept AS SELECT 57 AS article")
    elsewhere = Path((inner / "cluster-is-at").read_text().strip())
    try:
        with embedded_server(inner) as server:
            assert await ask(server.dsn(), "SELECT article FROM kept") == 57
    finally:
        shutil.rmtree(elsewhere)
    assert home.stat().st_mode & 0o777 == 0o700
    assert capsys.readouterr().err.count("cannot reach") == 1

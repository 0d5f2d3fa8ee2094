"""Bringing a backup back: into an empty place, under another name until it is found sound."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from chamber.backup.archive import check_names, check_readable, pieces
from chamber.backup.folder import Folder, sync
from chamber.backup.recovering import recover
from chamber.backup.taking import Told, verify
from chamber.embedded.cluster import Cluster
from chamber.embedded.place import holds_a_cluster, socket_directory, within_reach
from chamber.embedded.programs import Programs, found_programs
from chamber.embedded.server import Server, turn
from chamber.embedded.trouble import Trouble

# Of the server that was; and what a server of somebody else's making would go on doing elsewhere.
LEFT_BEHIND = ("log", "postmaster.opts", "standby.signal", "recovery.signal")
RECOVERING = {
    "restore_command": "false",  # All that there is lies in pg_wal already.
    "recovery_target_action": "promote",
    "archive_mode": "off",
    "synchronous_standby_names": "",
    "ssl": "off",
}
ACCESS = "local all all trust\nlocal replication all trust\n"


@contextmanager
def restored(
    folder: Folder, home: Path, *, bin_dir: Path | None, until: datetime | None, told: Told
) -> Iterator[Server]:
    """The recovered server, running; it is stopped and gets its place when the caller is content.

    Raises Trouble where anything stands in that place, or the backup is damaged.
    """
    with turn(home):
        if holds_a_cluster(home):
            raise Trouble(f"There is a database in {home} already; it is left as it is.")
        check(folder, found_programs(bin_dir), told)
        programs, data = within_reach(home.resolve(), bin_dir)
        fits(programs, folder)
        part = data.with_name(f"{data.name}.restored")
        if part.exists():  # Of a restore that was killed.
            remove(cluster_in(programs, part, None))
        part.mkdir(mode=0o700)
        cluster = cluster_in(programs, part, until)
        try:
            end = lay_out(programs, folder, part, told)
            recover(cluster, folder.start()[1], end, until, told)
            yield Server(cluster.socket)
        except BaseException:
            remove(cluster)
            raise
        settle_down(cluster, data)


def check(folder: Folder, directory: Path, told: Told) -> None:
    folder.start()
    verify(Programs(directory, None), folder, told)
    check_names(folder)


def fits(programs: Programs, folder: Folder) -> None:
    version = (folder.base / "PG_VERSION").read_text().strip()
    if version != str(programs.major_version()):
        raise Trouble(f"The backup is of PostgreSQL {version}; name its programs in PG_BIN_DIR.")


def cluster_in(programs: Programs, part: Path, until: datetime | None) -> Cluster:
    target = {"recovery_target_time": str(until.astimezone(UTC))} if until else {}
    socket = socket_directory(part, programs.account)
    return Cluster(programs, part, socket, durable=True, more=RECOVERING | target)


def remove(cluster: Cluster) -> None:
    cluster.stop()
    shutil.rmtree(cluster.data)


def lay_out(programs: Programs, folder: Folder, part: Path, told: Told) -> int:
    """A data directory that recovers when it is started; the answer is where its log ends."""
    copied(folder, part, told)
    for name in LEFT_BEHIND:
        (part / name).unlink(missing_ok=True)
    for name, path in pieces(folder).items():
        if path.parent != folder.base / "pg_wal":
            shutil.copyfile(path, part / "pg_wal" / name)
    (part / "recovery.signal").touch()
    # A server of somebody else's making may keep these elsewhere.
    for name, content in (("postgresql.conf", ""), ("pg_hba.conf", ACCESS), ("pg_ident.conf", "")):
        if not (part / name).exists():
            (part / name).write_text(content)
    hand_over(programs, part)
    return check_readable(programs, folder, part / "pg_wal")


def copied(folder: Folder, part: Path, told: Told) -> None:
    total = sum(path.stat().st_size for path in folder.base.rglob("*") if path.is_file())
    done = 0

    def copy(here: str, there: str) -> None:
        nonlocal done
        shutil.copyfile(here, there)
        done += os.stat(there).st_size
        told("Copying", done, total)

    shutil.copytree(folder.base, part, copy_function=copy, dirs_exist_ok=True)


def hand_over(programs: Programs, part: Path) -> None:
    """To the user who runs the server, and to nobody else."""
    for path in (part, *part.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
        if programs.account:
            os.chown(path, programs.account.uid, programs.account.gid)


def settle_down(cluster: Cluster, data: Path) -> None:
    cluster.stop()
    for name in ("log", "postmaster.opts"):
        (cluster.data / name).unlink(missing_ok=True)
    cluster.data.rename(data)
    sync(data.parent)

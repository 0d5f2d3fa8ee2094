"""How our clusters are made and how they run."""

from collections.abc import Mapping
from pathlib import Path

# The built-in C.UTF-8 is the same on every machine and knows Kazakh letters. The two --lc matter:
# with lc_ctype=C similarity() of Cyrillic words is 0 and quotation marks stick to words.
# Trust is enough, for only one user may enter the directory of the only socket.
INITDB = (
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--lc-collate=C",
    "--lc-ctype=C.UTF-8",
    "--lc-messages=C",
    "--lc-monetary=C",
    "--lc-numeric=C",
    "--lc-time=C",
    "--no-instructions",
)

RUNNING = {
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "jit": "off",  # Our queries are short; compiling them costs more than it saves.
    # Each connection reads for itself. With the I/O workers of 18 one that is killed (as where no
    # memory is left) can hang the server after its recovery: it hands reads to one who is gone.
    "io_method": "sync",
    # The log is read by more people than the record is: no parameters, no rows.
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
    # For a receiver of the backup that stays away: after so much it needs a new backup, and until
    # then its part is kept. Without a limit it would fill the disk of the house.
    "max_slot_wal_keep_size": "4GB",
}

# A killed server still loses nothing; a power cut may lose all.
NOT_DURABLE = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
}


def on_the_command_line(socket: Path, *, durable: bool, more: Mapping[str, str] = {}) -> str:
    """For pg_ctl -o, which hands it to a shell; hence no path of anybody else's choosing in it."""
    options = RUNNING | ({} if durable else NOT_DURABLE) | dict(more)
    settings = " ".join(f"-c {name}='{value}'" for name, value in options.items())
    return f"-k {socket} {settings}"

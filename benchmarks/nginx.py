"""nginx hands out files: the least that handing out bytes can cost."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.places import SERVER, Serving, free_port, pinned, program, wait_for

# As Debian sets it up, with a line of log for each request; but it never closes a connection that
# is in use, and its log goes nowhere.
CONFIGURATION = """
daemon off;
worker_processes 1;
pid {home}/nginx.pid;
error_log {home}/error.log;
{user}
events {{ worker_connections 4096; }}
http {{
    access_log /dev/null combined;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        {files}
    }}
}}
"""
FILE = 'location = {path} {{ alias {file}; types {{ }} default_type "{media}"; {headers} }}'
ITS_OWN = {
    "content-type",
    "content-length",
    "etag",
    "date",
    "server",
    "last-modified",
    "connection",
}


@dataclass(frozen=True)
class File:
    media: str
    headers: Mapping[str, str]
    body: bytes


@contextmanager
def nginx(files: Mapping[str, File]) -> Iterator[Serving]:
    """These bodies under these paths, each with the same headers; by one process on one core."""
    port = free_port()
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        configuration = Path(home, "nginx.conf")
        configuration.write_text(configured(home, port, files))
        command = [*pinned(SERVER), program("nginx", "nginx"), "-p", home, "-c", str(configuration)]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603
        try:
            wait_for(port, process)
            yield Serving(port, process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def configured(home: str, port: int, files: Mapping[str, File]) -> str:
    places = []
    for number, (path, one) in enumerate(files.items()):
        file = Path(home, str(number))
        file.write_bytes(one.body)
        said = (
            f'add_header {key} "{value}";'
            for key, value in one.headers.items()
            if key not in ITS_OWN
        )
        places.append(FILE.format(path=path, file=file, media=one.media, headers=" ".join(said)))
    user = "user root;" if os.geteuid() == 0 else ""
    return CONFIGURATION.format(home=home, port=port, user=user, files="\n        ".join(places))

"""A plain page in our own hand: no script, no outside host, readable by day and by night."""

import base64
import hashlib
from html import escape

from litestar import Response

STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --mark: #0a6e8a }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem }
h1, h2, h3 { line-height: 1.25 } h2 { margin-top: 2.5rem } a { color: var(--mark) }
code, pre { font: 0.9em/1.5 ui-monospace, monospace } pre { overflow-x: auto }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1rem }
td, th { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem 0.3rem 0 }
tr { border-bottom: 1px solid var(--line) }
details { border: 1px solid var(--line); border-radius: 6px; margin: 0.6rem 0; padding: 0 0.9rem }
summary { cursor: pointer; padding: 0.6rem 0 } summary span { opacity: 0.75 }
b.get, b.post, b.delete { display: inline-block; min-width: 4.2rem; font-weight: 600 }
b.post { color: #1a7f37 } b.get { color: var(--mark) } b.delete { color: #b3261e }
.banner { background: #ffd54a; color: #222; padding: 0.6rem 0.9rem; border-radius: 6px }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; padding: 0 }
nav a[aria-current] { font-weight: 600; text-decoration: none; color: inherit }
article { border-top: 1px solid var(--line); padding: 0.2rem 0 0.8rem }
article h2, article h3 { font-size: 1.2rem; margin: 1rem 0 0.5rem; overflow-wrap: anywhere }
dl.told { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: 0.35rem 1rem }
dl.told dt { font-weight: 600 } dl.told dd { margin: 0; overflow-wrap: anywhere }
@media (max-width: 34rem) { dl.told { display: block } dl.told dd { margin: 0 0 0.6rem } }
.badge { display: inline-block; border: 2px solid; border-radius: 4px; padding: 0 0.5rem;
  font-weight: 600; font-size: 0.95rem }
.badge.cancelled { color: #b3261e } .badge.moved { color: #8a5a00 }
@media (prefers-color-scheme: dark) {
  :root { --mark: #7cc7e0 } .badge.cancelled { color: #ff9d94 } .badge.moved { color: #ffc46b }
}
.fields { list-style: none; padding-left: 1rem; border-left: 2px solid var(--line) }
"""
HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{HASH}'; frame-ancestors 'none';"
    " base-uri 'none'; form-action 'none'"
)


def page(title: str, content: str, *, language: str) -> Response[bytes]:
    """`content` is HTML; what people wrote in it has been escaped already."""
    html = f"<main>{content}</main>"
    headers = {"Content-Security-Policy": POLICY}
    return Response(
        whole_page(title, html, language=language), media_type="text/html", headers=headers
    )


def whole_page(title: str, body: str, *, language: str, links: str = "") -> bytes:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>{links}<style>{STYLE}</style></head>"
        f"<body>{body}</body></html>"
    ).encode()

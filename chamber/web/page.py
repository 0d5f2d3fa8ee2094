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
.fields { list-style: none; padding-left: 1rem; border-left: 2px solid var(--line) }
"""
HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{HASH}'; frame-ancestors 'none';"
    " base-uri 'none'; form-action 'none'"
)


def page(title: str, content: str, *, language: str) -> Response[bytes]:
    """`content` is HTML; what people wrote in it has been escaped already."""
    html = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main>{content}</main></body></html>"
    )
    headers = {"Content-Security-Policy": POLICY}
    return Response(html.encode(), media_type="text/html", headers=headers)

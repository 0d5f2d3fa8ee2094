"""Whether a notice names the place of the hearing, in Kazakh or in Russian."""

import re

from chamber.law.text import Words

# The database asks the same (tables/guard.py), by this very table: what is the lower case of a
# letter, or white space, differs between Python and PostgreSQL and from one version to another.
# Letters of other alphabets are compared as they are.
CAPITALS = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯABCDEFGHIJKLMNOPQRSTUVWXYZ"
SPACES = (
    "\t\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
MARKS = "!\"'(),-./:;?[]«»№\u2010\u2011\u2012\u2013\u2014\u2015\u2018\u2019\u201c\u201d\u201e\u2212"
WRITTEN = f"{CAPITALS}ё{SPACES}{MARKS}"
READ = f"{CAPITALS.lower()}ё".replace("ё", "е") + " " * len(SPACES + MARKS)
TABLE = str.maketrans(WRITTEN, READ)


def names(announced: str, place: Words) -> bool:
    """Whether all words of the place stand there in their order, and maybe others around them.

    Whole words: "зал 1" is not in "зал 12". Both texts are in Unicode's composed form already.
    """
    said = words(announced)
    return words(place.kk) in said or words(place.ru) in said


def words(text: str) -> str:
    """The words, with a space before and after each; of none of them two spaces."""
    return f" {re.sub(' +', ' ', text.translate(TABLE)).strip(' ')} "

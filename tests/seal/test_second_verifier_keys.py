"""The second verifier's Ed25519 is that of RFC 8032, strict, and takes what OpenSSL takes."""

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from chamber.seal.verifying import verify
from tests.seal.building import KEY, Record
from tests.seal.second import faults
from tools.verify_bundle import (
    BASE,
    Key,
    L,
    P,
    Point,
    Wrong,
    added,
    decoded,
    encoded,
    multiplied,
    table,
)

# RFC 8032, section 7.1: public key, message, signature.
VECTORS = [
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
     "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
     "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
    ("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     hashlib.sha512(b"abc").hexdigest(),
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
     "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"),
]  # fmt: skip
ORIGIN = b"record.chamber.example"
HASHED = bytearray(hashlib.sha512(KEY.seed).digest())
HASHED[0] &= 248
HASHED[31] = HASHED[31] & 127 | 64
SECRET = int.from_bytes(HASHED[:32], "little")  # The number whose multiple of BASE is the key.
NEUTRAL_CODE = b"\x01" + bytes(31)


@cache
def key_of(public: bytes) -> Key:
    return Key(written(public))


def written(public: bytes) -> bytes:
    typed = b"\x01" + public
    number = hashlib.sha256(ORIGIN + b"\n" + typed).hexdigest()[:8].encode()
    return ORIGIN + b"+" + number + b"+" + b64encode(typed) + b"\n"


def both(public: bytes, message: bytes, signature: bytes) -> bool:
    """What the verifier says and OpenSSL too; that they say the same is half of each test."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        theirs = True
    except InvalidSignature:
        theirs = False
    assert key_of(public).has_signed(message, signature) is theirs
    return theirs


def times(number: int, point: Point) -> Point:
    return multiplied(number, table(point))


def little(number: int) -> bytes:
    return number.to_bytes(32, "little")


def small() -> list[Point]:
    """The eight points whose eighth multiple is the neutral one."""
    for y in range(2, 100):
        try:
            point = times(L, decoded(little(y)))
        except (Wrong, ValueError):
            continue
        points = [times(number, point) for number in range(8)]
        if len({encoded(one) for one in points}) == 8:
            return points
    raise AssertionError


SMALL = small()


@pytest.mark.parametrize(("public", "message", "signature"), VECTORS)
def test_the_signatures_of_the_rfc_are_good_and_no_bit_of_them_may_change(
    public: str, message: str, signature: str
) -> None:
    key, text, good = (bytes.fromhex(one) for one in (public, message, signature))
    assert both(key, text, good)
    assert not both(key, text + b"\0", good)

    for bit in range(0, 512, 7):
        bad = bytearray(good)
        bad[bit // 8] ^= 1 << bit % 8
        assert not both(key, text, bytes(bad))


def test_what_our_signer_signs_is_good_for_any_key_and_length() -> None:
    for number in range(20):
        seeded = hashlib.sha256(b"%d" % number).digest()
        key = type(KEY)(seed=seeded)
        message = seeded * number
        signature = key._private.sign(message)
        assert both(key.public, message, signature)
        assert not both(KEY.public, message, signature)


def test_a_signature_has_one_form_s_below_the_order() -> None:
    signature = KEY._private.sign(b"")
    s = int.from_bytes(signature[32:], "little")

    assert both(KEY.public, b"", signature)
    for other in range(s + L, 1 << 256, L):
        assert not both(KEY.public, b"", signature[:32] + little(other))
    for edge in (0, L - 1, L, L + 1, (1 << 256) - 1):
        assert not both(KEY.public, b"", signature[:32] + little(edge))


@pytest.mark.parametrize("number", range(8))
def test_a_key_of_small_order_is_refused_in_each_of_its_forms(number: int) -> None:
    code = encoded(SMALL[number])
    with pytest.raises(Wrong, match="small order"):
        key_of(code)

    x_is_0 = encoded(added(SMALL[number], SMALL[number])) == NEUTRAL_CODE
    with pytest.raises(Wrong, match="one form" if x_is_0 else "small order"):
        key_of(code[:31] + bytes([code[31] ^ 128]))  # With the other sign.


def test_a_record_that_anybody_can_sign_is_none_to_either_verifier(tmp_path: Path) -> None:
    """The key is the neutral point: R the same and S zero is a signature of anything."""
    Record().write(tmp_path / "b")
    vkey = written(NEUTRAL_CODE)
    number, text = vkey.split(b"+")[1], ORIGIN + b"\n0\n" + b64encode(Record().root()) + b"\n"
    text += b"registers 0\n"
    signed = b64encode(bytes.fromhex(number.decode()) + NEUTRAL_CODE + bytes(32))
    note = text + b"\n\xe2\x80\x94 " + ORIGIN + b" " + signed + b"\n"
    (tmp_path / "b/vkey").write_bytes(vkey)
    (tmp_path / "b/checkpoints/000000000000").write_bytes(note)

    assert verify(tmp_path / "b").faults
    assert "small order" in faults(tmp_path / "b")[0]


def test_a_key_is_a_point_in_its_one_form() -> None:
    refused = 0
    for y in range(19):
        for sign in (0, 1):
            with pytest.raises(Wrong):
                key_of(little(y + P | sign << 255))  # OpenSSL would take some of these.
            try:
                key_of(little(y | sign << 255))
            except (Wrong, ValueError):
                refused += 1
    assert 6 < refused < 38  # About half of all numbers are no y of a point.


@pytest.mark.parametrize("number", range(1, 8))
def test_a_key_beside_the_group_is_judged_without_the_cofactor(number: int) -> None:
    public = encoded(added(times(SECRET, BASE[0][1]), SMALL[number]))
    r = encoded(multiplied(12345, BASE))
    said = set()
    for count in range(40):
        message = b"%d" % count
        k = int.from_bytes(hashlib.sha512(r + public + message).digest(), "little") % L
        said.add(both(public, message, r + little((12345 + k * SECRET) % L)))
    assert said == {True, False}  # With the cofactor each would be good.


@pytest.mark.parametrize("number", range(8))
def test_r_is_compared_byte_by_byte(number: int) -> None:
    """S is right for R without the point of small order that is added to it."""
    for start in (0, 12345):
        r = encoded(added(multiplied(start, BASE), SMALL[number]))
        k = int.from_bytes(hashlib.sha512(r + KEY.public).digest(), "little") % L
        signature = r + little((start + k * SECRET) % L)
        assert both(KEY.public, b"", signature) is (encoded(SMALL[number]) == NEUTRAL_CODE)


@pytest.mark.parametrize("r", [little(P + 1), little(1 | 1 << 255), little(P + 1 | 1 << 255)])
def test_r_in_another_form_of_the_neutral_point_is_refused(r: bytes) -> None:
    k = int.from_bytes(hashlib.sha512(r + KEY.public).digest(), "little") % L
    assert not both(KEY.public, b"", r + little(k * SECRET % L))

"""Writes the golden files of tokenization from the written formats alone (docs/tokens.md).

It shares no code with Weir, so that the files hold Weir to the formats and not to itself:
AES-SIV and AES-GCM by the Python package cryptography, Argon2id by argon2-cffi, the rest by the
standard library. Run it once, `python golden.py DIRECTORY`; a golden file never changes after that.
The keys are counted-up bytes: nobody could take them for real ones.
"""

import base64
import functools
import hashlib
import hmac
import json
import pathlib
import sys

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV

OUT = pathlib.Path(sys.argv[1])
SIV_KEY, SIV_ID = bytes(range(0, 64)), 0x1234ABCD
PRF_KEY, PRF_ID = bytes(range(64, 96)), 0x89ABCDEF
SHIFT_KEY, SHIFT_ID = bytes(range(96, 128)), 7
FORMAT_KEY, FORMAT_ID = bytes(range(160, 192)), 0xFFFFFFFE
TINK = "type.googleapis.com/google.crypto.tink."

VALUES = [
    "", "0", "4711", "-12345678901234567890", "jane@example.com", "fifteen bytes..",
    "sixteen bytes...", "seventeen bytes..", "Jürgen Müller", "日本語", "🦊", "a\0b",
    "x" * 31, "x" * 32, "x" * 33, "long " * 60,
]
BINDINGS = [
    ("agreement:acme-payments", "card-payments/customer_id"),
    ("agreement:acme-payments", "card-payments/email"),
    ("agreement:acme-refunds", "card-payments/customer_id"),
    ("partner:acme", "customers"),
    ("partner:acme", "Kunden ü"),
]


def parts(*texts):
    return b"".join(len(t.encode()).to_bytes(4, "big") + t.encode() for t in texts)


def token(key_id, body):
    return base64.urlsafe_b64encode(b"\x01" + key_id.to_bytes(4, "big") + body).decode().rstrip("=")


def siv(value, associated):
    """S2V takes the value last; this library's data list must hold it only where it is empty."""
    if value:
        return AESSIV(SIV_KEY).encrypt(value, [associated])
    return s2v_empty(associated)


def s2v_empty(associated):
    """The library refuses empty plaintexts: RFC 5297 section 2.4 by hand, on its CMAC."""
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.cmac import CMAC

    def cmac(data):
        c = CMAC(AES(SIV_KEY[:32]))
        c.update(data)
        return c.finalize()

    def dbl(block):
        n = int.from_bytes(block, "big") << 1
        return ((n ^ 0x87 if n >> 128 else n) & (1 << 128) - 1).to_bytes(16, "big")

    def xor(a, b):
        return bytes(x ^ y for x, y in zip(a, b))

    d = xor(dbl(cmac(bytes(16))), cmac(associated))
    return cmac(xor(dbl(d), b"\x80" + bytes(15)))


def prf(key, data):
    return hmac.new(key, data, hashlib.sha256).digest()


def tokens():
    for scope, domain in BINDINGS:
        for value in VALUES:
            utf8 = value.encode()
            for pad in (0, 32, 300):
                if pad == 0 or len(utf8) <= pad:
                    padded = utf8 + b"\xff" * (pad - len(utf8))
                    body = siv(padded, parts("weir/1", "deterministic", scope, domain))
                    yield "deterministic", scope, domain, pad, value, token(SIV_ID, body)
            body = prf(PRF_KEY, parts("weir/1", "one-way", scope, domain) + utf8)[:16]
            yield "one-way", scope, domain, 0, value, token(PRF_ID, body)


def aes(key, block):
    encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    return encryptor.update(block) + encryptor.finalize()


def ff1(key, radix, tweak, numerals):
    """SP 800-38G algorithm 7, word for word."""
    n, t = len(numerals), len(tweak)
    u, v = n // 2, n - n // 2
    num = lambda digits: functools.reduce(lambda sum_, digit: sum_ * radix + digit, digits, 0)
    a, b_half = numerals[:u], numerals[u:]
    b = ((radix**v - 1).bit_length() + 7) // 8
    d = 4 * ((b + 3) // 4) + 4
    p = b"\1\2\1" + radix.to_bytes(3, "big") + bytes([10, u % 256]) + n.to_bytes(4, "big") + t.to_bytes(4, "big")
    for i in range(10):
        q = tweak + bytes((-t - b - 1) % 16) + bytes([i]) + num(b_half).to_bytes(b, "big")
        r = bytes(16)
        for at in range(0, len(p + q), 16):
            r = aes(key, bytes(x ^ y for x, y in zip(r, (p + q)[at : at + 16])))
        s = r
        for j in range(1, (d + 15) // 16):
            s += aes(key, (int.from_bytes(r, "big") ^ j).to_bytes(16, "big"))
        m = u if i % 2 == 0 else v
        c = (num(a) + int.from_bytes(s[:d], "big")) % radix**m
        digits = []
        for _ in range(m):
            digits.insert(0, c % radix)
            c //= radix
        a, b_half = b_half, digits
    return a + b_half


NIST = bytes.fromhex("2B7E151628AED2A6ABF7158809CF4F3C")
assert ff1(NIST, 10, b"9876543210", list(range(10))) == [6, 1, 2, 4, 2, 0, 0, 7, 7, 3]


def luhn(digits):
    return sum(sum(divmod(d * (1 + i % 2), 10)) for i, d in enumerate(reversed(digits))) % 10


def format_token(scope, domain, alphabet, first, last, check, value):
    numerals = [alphabet.index(c) for c in value if c in alphabet]
    end = len(numerals) - last
    tweak = parts("".join(alphabet[x] for x in numerals[:first]), "".join(alphabet[x] for x in numerals[end:]))
    key = prf(FORMAT_KEY, parts("weir/1", "format-preserving", scope, domain))
    hidden = ff1(key, len(alphabet), tweak, numerals[first : end - check])
    made = numerals[:first] + hidden + [0] * check + numerals[end:]
    if check:
        made[end - 1] = next(x for x in range(10) if luhn(made[: end - 1] + [x] + made[end:]) == 0)
    made = iter(made)
    return "".join(alphabet[next(made)] if c in alphabet else c for c in value)


def format_tokens():
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    alphanumeric = "0123456789" + letters + letters.lower()
    for scope, domain in BINDINGS:
        for alphabet, first, last, check, values in [
            ("0123456789", 0, 4, 0, ["4988843212757409", "4988 8432 1275 7409", "4988-8432-1275-7409", "0" * 10]),
            ("0123456789", 6, 4, 0, ["4988843212757409", "49888432127574091"]),
            ("0123456789", 0, 4, 1, ["4539578763621486", "4539 5787 6362 1486", "79927398713"]),
            ("0123456789", 2, 0, 1, ["4539578763621486", "378282246310005"]),
            ("0123456789abcdef", 0, 0, 0, ["deadbeef", "550e8400-e29b-41d4-a716-446655440000"]),
            (alphanumeric, 0, 0, 0, ["GB82WEST12345698765432", "abcd", "Zz09" * 60]),
            ("äöüß日🦊", 1, 1, 0, ["äöüß日🦊äöü 日🦊"]),
            ("0123456789 -", 0, 0, 0, ["12 34-56"]),
        ]:
            for value in values:
                made = format_token(scope, domain, alphabet, first, last, check, value)
                yield scope, domain, alphabet, first, last, check, value, made


def days(scope, max_days, subject):
    for round_ in range(1 << 32):
        drawn = prf(SHIFT_KEY, parts("weir/1", "shift", scope) + round_.to_bytes(4, "big") + subject)
        for at in range(0, 32, 8):
            word = int.from_bytes(drawn[at : at + 8], "big")
            choices = 2 * max_days
            if word < 2**64 - 2**64 % choices:
                choice = word % choices
                return choice - max_days if choice < max_days else choice - max_days + 1


def shifts():
    for scope in ("agreement:acme-payments", "agreement:acme-refunds"):
        for max_days in (1, 30, 365, 1_000_000):
            for subject in VALUES:
                yield scope, max_days, subject, days(scope, max_days, subject.encode())


def fingerprint(use, key_id, given):
    label = parts("weir/1", "fingerprint", use)
    return use, hashlib.sha256(label + key_id.to_bytes(4, "big") + given(label)).hexdigest()[:16]


def keyset(kind, proto, key_id, prefix):
    value = base64.b64encode(proto).decode()
    data = {"typeUrl": TINK + kind, "value": value, "keyMaterialType": "SYMMETRIC"}
    key = {"keyData": data, "status": "ENABLED", "keyId": key_id, "outputPrefixType": prefix}
    return compact({"primaryKeyId": key_id, "key": [key]})


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def base64_of(data):
    return base64.b64encode(data).decode()


def directory(keysets):
    salt, directory_key = bytes(range(200, 216)), bytes(range(128, 160))
    kek = hash_secret_raw(b"golden passphrase", salt, 3, 65536, 4, 32, Type.ID)
    bound = parts("weir/1", "keyring", "argon2id", "3", "65536", "4", base64_of(salt))
    nonce = bytes(12)
    wrapped = nonce + AESGCM(kek).encrypt(nonce, directory_key, bound)
    ring = {"version": 1, "kdf": "argon2id", "iterations": 3, "memoryKiB": 65536, "parallelism": 4}
    ring |= {"salt": base64_of(salt), "directoryKey": base64_of(wrapped)}
    (OUT / "directory/partners/acme").mkdir(parents=True, exist_ok=True)
    (OUT / "directory/keyring.json").write_text(compact(ring) + "\n")
    for number, (use, (key_id, text)) in enumerate(keysets.items()):
        stored = {"version": 1, "created": {str(key_id): "2026-01-02T03:04:05Z"}, "keyset": text}
        nonce = bytes(11) + bytes([number])
        bound = parts("weir/1", "key", "partner:acme", use)
        sealed = AESGCM(directory_key).encrypt(nonce, (compact(stored) + "\n").encode(), bound)
        file = {"version": 1, "owner": "partner:acme", "use": use}
        file |= {"encrypted": base64_of(nonce + sealed)}
        (OUT / f"directory/partners/acme/{use}.json").write_text(compact(file) + "\n")


def lines(name, rows):
    (OUT / name).write_text("".join(compact(row) + "\n" for row in rows), encoding="utf-8")


lines("tokens.jsonl", tokens())
lines("shifts.jsonl", shifts())
lines("format-tokens.jsonl", format_tokens())
lines(
    "fingerprints.jsonl",
    [
        fingerprint("deterministic", SIV_ID, s2v_empty),
        fingerprint("one-way", PRF_ID, lambda label: prf(PRF_KEY, label)),
        fingerprint("shift", SHIFT_ID, lambda label: prf(SHIFT_KEY, label)),
        fingerprint("format-preserving", FORMAT_ID, lambda label: prf(FORMAT_KEY, label)),
    ],
)
SETS = {
    "deterministic": (SIV_ID, keyset("AesSivKey", b"\x12\x40" + SIV_KEY, SIV_ID, "TINK")),
    "one-way": (PRF_ID, keyset("HmacPrfKey", b"\x12\x02\x08\x03\x1a\x20" + PRF_KEY, PRF_ID, "RAW")),
    "shift": (SHIFT_ID, keyset("HmacPrfKey", b"\x12\x02\x08\x03\x1a\x20" + SHIFT_KEY, SHIFT_ID, "RAW")),
    "format-preserving": (FORMAT_ID, keyset("HmacPrfKey", b"\x12\x02\x08\x03\x1a\x20" + FORMAT_KEY, FORMAT_ID, "RAW")),
}
(OUT / "keysets").mkdir(exist_ok=True)
for use, (_, text) in SETS.items():
    (OUT / f"keysets/{use}.json").write_text(text + "\n")
directory(SETS)

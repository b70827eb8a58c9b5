"""Writes the golden files of tokenization from the written formats alone (docs/tokens.md).

It shares no code with Weir, so that the files hold Weir to the formats and not to itself:
AES-SIV and AES-GCM by the Python package cryptography, Argon2id by argon2-cffi, the rest by the
standard library. Run it once, `python golden.py DIRECTORY`; a golden file never changes after that.
The keys are counted-up bytes: nobody could take them for real ones.
"""

import base64
import hashlib
import hmac
import json
import pathlib
import sys

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV

OUT = pathlib.Path(sys.argv[1])
SIV_KEY, SIV_ID = bytes(range(0, 64)), 0x1234ABCD
PRF_KEY, PRF_ID = bytes(range(64, 96)), 0x89ABCDEF
SHIFT_KEY, SHIFT_ID = bytes(range(96, 128)), 7
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
lines(
    "fingerprints.jsonl",
    [
        fingerprint("deterministic", SIV_ID, s2v_empty),
        fingerprint("one-way", PRF_ID, lambda label: prf(PRF_KEY, label)),
        fingerprint("shift", SHIFT_ID, lambda label: prf(SHIFT_KEY, label)),
    ],
)
SETS = {
    "deterministic": (SIV_ID, keyset("AesSivKey", b"\x12\x40" + SIV_KEY, SIV_ID, "TINK")),
    "one-way": (PRF_ID, keyset("HmacPrfKey", b"\x12\x02\x08\x03\x1a\x20" + PRF_KEY, PRF_ID, "RAW")),
    "shift": (SHIFT_ID, keyset("HmacPrfKey", b"\x12\x02\x08\x03\x1a\x20" + SHIFT_KEY, SHIFT_ID, "RAW")),
}
(OUT / "keysets").mkdir(exist_ok=True)
for use, (_, text) in SETS.items():
    (OUT / f"keysets/{use}.json").write_text(text + "\n")
directory(SETS)

"""Model files (docs/model-format.md) and their integer weights, for the scripts that fit networks."""
import struct

import numpy as np
import xxhash


def align(n):
    return (n + 63) // 64 * 64


def write_sections(path, kind, version, sections):
    end = align(48 + 48 * len(sections))
    table, body = b"", []
    at = end
    for name, data in sections:
        table += struct.pack("<24sQQQ", name.encode(), at, len(data), xxhash.xxh3_64_intdigest(data))
        body.append(data + bytes(align(len(data)) - len(data)))
        at += len(body[-1])
    header = struct.pack("<8sII16sIIQ", b"HEARSAY\0", 1, version, kind.encode(), len(sections), 0, xxhash.xxh3_64_intdigest(table))
    with open(path, "wb") as f:
        f.write((header + table).ljust(end, b"\0") + b"".join(body))


def read_sections(path, kind):
    """{name: bytes-like}; checksums are not verified."""
    data = np.memmap(path, np.uint8, "r")
    magic, _, _, found, count, _, _ = struct.unpack_from("<8sII16sIIQ", data)
    if magic != b"HEARSAY\0" or found.rstrip(b"\0").decode() != kind:
        raise SystemExit(f"{path}: expected a file of {kind}")
    sections = {}
    for k in range(count):
        name, offset, size, _ = struct.unpack_from("<24sQQQ", data, 48 + 48 * k)
        sections[name.rstrip(b"\0").decode()] = data[offset:offset + size]
    return sections


def hash_table(keys):
    """Open addressing with linear probing, at most half full: (keys, rows)."""
    size = 1 << max(1, (2 * len(keys) - 1).bit_length())
    slots, rows = np.zeros(size, np.uint64), np.zeros(size, np.uint32)
    for key, row in keys:
        slot = key & (size - 1)
        while slots[slot] != 0:
            slot = (slot + 1) & (size - 1)
        slots[slot], rows[slot] = key, row
    return slots, rows


def quantized_table(weights):
    unit = float(np.abs(weights).max()) / 127
    return np.clip(np.rint(weights / unit), -127, 127).astype(np.int8), unit


def matrix_sections(name, weight, bias):
    scale = np.maximum(np.abs(weight).max(1), 1e-12) / 127
    rounded = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8)
    return [(name + ".w", rounded.tobytes()), (name + ".scale", scale.astype(np.float32).tobytes()),
            (name + ".bias", bias.astype(np.float32).tobytes())]


def floats(*values):
    return np.concatenate([np.ravel(v) for v in values]).astype(np.float32).tobytes()

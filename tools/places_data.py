#!/usr/bin/env python3
"""Builds models/en/places.model: towns, regions, countries and the words for their people.

    tools/places_data.py models/en/places.model

Towns with their region, country, coordinates and population come from GeoNames by way of Debian's libgeonames (CC BY 4.0);
countries and regions from iso-codes (LGPL 2.1 or later); other names of countries, of American states and of capitals, which
towns are capitals, and the words for peoples from WordNet 3.0 (wordnet-base). docs/places.md describes the sections.
"""
import ctypes
import difflib
import json
import re
import struct
import sys
import unicodedata
from collections import defaultdict

import xxhash

from model_file import write_sections

WORDNET = "/usr/share/wordnet"
ISO = "/usr/share/iso-codes/json"
VERSION = 1
TOWN, REGION, COUNTRY, PEOPLE = range(4)
CAPITAL = 1
NO_REGION = 0xFFFF


def fold(name):
    """As src/places/place_table.cc folds what it looks up."""
    name = name.lower().replace("’", "'")
    name = name[4:] if name.startswith("the ") else name
    return name.replace(".", "") if re.fullmatch(r"([^.]\.){2,}", name) else name


def plain(name):
    """Without accents: how newspapers write "Zürich"."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def towns():
    """(name, region, country, latitude, longitude, population, name of the country) of GeoNames' towns."""
    library = ctypes.CDLL("libgeonames.so.0")
    library.geonames_get_city.restype = ctypes.c_void_p

    def getter(field, kind):
        function = getattr(library, "geonames_city_get_" + field)
        function.restype, function.argtypes = kind, [ctypes.c_void_p]
        return function

    name, state, code, country = (getter(f, ctypes.c_char_p) for f in ("name", "state", "country_code", "country"))
    latitude, longitude = (getter(f, ctypes.c_double) for f in ("latitude", "longitude"))
    population = getter("population", ctypes.c_uint)
    for i in range(library.geonames_get_n_cities()):
        town = library.geonames_get_city(i)
        yield (name(town).decode(), (state(town) or b"").decode(), code(town).decode(), round(latitude(town) * 1e4),
               round(longitude(town) * 1e4), population(town), country(town).decode())


def iso(file):
    with open(f"{ISO}/iso_{file}.json", encoding="utf-8") as f:
        return json.load(f)[file]


def cut(name):
    return re.sub(r",.*|\(.*|\[.*", "", name).strip()


def read_wordnet(pos):
    """{offset: (words, [(pointer, target, pos)])} of a part of speech."""
    synsets = {}
    with open(f"{WORDNET}/data.{pos}", encoding="utf-8") as f:
        for line in f:
            if line[0] == " ":
                continue
            fields = line.split()
            count = int(fields[3], 16)
            words = [re.sub(r"\(.*", "", fields[4 + 2 * k]).replace("_", " ") for k in range(count)]
            at = 4 + 2 * count
            pointers = [tuple(fields[at + 1 + 4 * k:at + 4 + 4 * k]) for k in range(int(fields[at]))]
            synsets[fields[0]] = (fields[1], words, pointers)
    return synsets


class Table:
    def __init__(self):
        self.rows = set()  # (key, kind, country, region, latitude, longitude, population, capital, name)
        self.regions = {}  # (country, folded name): number
        self.towns_of = defaultdict(int)  # people in the towns of a country or region

    def region(self, country, name):
        return self.regions.setdefault((country, fold(plain(re.sub(r" (Region|Province|District|County)$", "", name)))),
                                       len(self.regions))

    def add(self, alias, kind, country, name, region=NO_REGION, place=(0, 0), population=0, capital=0):
        for form in {fold(alias), fold(plain(alias))}:
            if len(form) > 1:
                self.rows.add((xxhash.xxh3_64_intdigest(form.encode()), kind, country, region, *place, population, capital, name))

    def sections(self):
        rows = sorted(self.rows, key=lambda r: (r[0], -r[6], r))
        names, at, blob = {}, 0, b""
        for row in rows:
            if row[8] not in names:
                names[row[8]] = len(blob)
                blob += row[8].encode() + b"\0"
        keys = b"".join(struct.pack("<Q", r[0]) for r in rows)
        entries = b"".join(struct.pack("<iiIIH2sBBH", r[4], r[5], r[6], names[r[8]], r[3], r[2].encode(), r[1], r[7], 0) for r in rows)
        return [("keys", keys), ("places", entries), ("names", blob), ("regions", struct.pack("<I", len(self.regions)))]


def country_synsets(nouns, names):
    """{offset: code} of WordNet's countries."""
    found = {}
    for offset, (_, words, pointers) in nouns.items():
        kinds = [w for p, target, _ in pointers if p == "@i" for w in nouns[target][1]]
        if any(k.endswith(("country", "nation", "kingdom", "republic")) for k in kinds):
            codes = {names[n] for w in words for n in (fold(w), fold(plain(w))) if n in names}
            if len(codes) == 1:
                found[offset] = codes.pop()
    return found


def wholes(nouns, offset):
    """What a place is a part of, directly or not."""
    found = [t for p, t, _ in nouns[offset][2] if p == "#p"]
    return found + [w for t in found for w in wholes(nouns, t)]


def capital_aliases(all_towns, capitals):
    """{town: other names} of the capitals: of each, the largest town that has one of WordNet's names for it. Where none has, it
    is the country's largest town, if that is nearly called so: WordNet's "Kyyiv" is GeoNames' "Kyiv"."""
    of_country, aliases = defaultdict(list), {}
    for town in all_towns:
        of_country[town[2]].append(town)
    for country, found in sorted(capitals.items()):
        for words in found:
            folded = [fold(w) for w in words]
            largest = sorted(of_country[country], key=lambda t: t[5])[-1:]
            alike = [t for t in largest if any(difflib.SequenceMatcher(None, t[0].lower(), w).ratio() > 0.75 for w in folded)]
            named = [t for t in of_country[country] if fold(plain(t[0])) in folded] or alike
            if named:
                town = max(named, key=lambda t: t[5])
                aliases.setdefault(town, set()).update(w for w in words if " of " not in w and " capital" not in w)
    return aliases


def add_other_names(table, all_towns, nouns, countries, capitals):
    """WordNet's other names of towns: "Bombay", "New York City"; only those that nothing else has."""
    towns_named = defaultdict(list)
    for town in all_towns:
        towns_named[fold(plain(town[0])), town[2]].append(town)
    taken = {row[0] for row in table.rows} | {xxhash.xxh3_64_intdigest(name.encode()) for name, _ in towns_named}
    for offset, (file, words, pointers) in sorted(nouns.items()):
        codes = {countries[t] for t in wholes(nouns, offset) if t in countries} if file == "15" else ()
        found = [t for code in codes for w in words for t in towns_named.get((fold(w), code), ())]
        if not found or not any(p == "@i" for p, _, _ in pointers):
            continue
        name, state, country, latitude, longitude, population, _ = town = max(found, key=lambda t: t[5])
        for word in words:
            if " of " not in word and xxhash.xxh3_64_intdigest(fold(word).encode()) not in taken and town not in capitals:
                table.add(word, TOWN, country, name, table.region(country, state), (latitude, longitude), population)


def build():
    table = Table()
    all_towns = sorted(towns())
    for _, state, country, _, _, population, _ in all_towns:
        table.towns_of[country] += population
        table.towns_of[country, table.region(country, state)] += population

    common, names = {}, {}
    for c in iso("3166-1"):
        code = c["alpha_2"]
        common[code] = cut(c.get("common_name", c["name"]))
        for key in ("name", "common_name", "official_name", "alpha_3"):
            if key in c:
                names[fold(cut(c[key]))] = code
    for town in all_towns:
        names.setdefault(fold(town[6]), town[2])
        common.setdefault(town[2], town[6])  # Kosovo, which ISO 3166 lacks

    nouns, adjectives = read_wordnet("noun"), read_wordnet("adj")
    countries = country_synsets(nouns, names)
    short = defaultdict(list)
    for offset, code in countries.items():
        short[code].append(nouns[offset][1][0])
        for word in nouns[offset][1]:
            names.setdefault(fold(word), code)
    for code, found in short.items():
        # "Russia", not "Russian Federation".
        common[code] = max((w for w in found if common[code].startswith(w)), key=len, default=common[code])
    for name, code in names.items():
        table.add(name, COUNTRY, code, common[code], population=table.towns_of[code])
    for _, words, pointers in adjectives.values():
        wholes_of = [nouns[t] for p, t, pos in pointers if p == "\\" and pos == "n"]
        codes = {names[fold(w)] for file, of, _ in wholes_of if file == "15" for w in of if fold(w) in names}
        if len(codes) != 1:
            continue
        code = codes.pop()
        people = [w for p, t, pos in pointers if p == "+" and pos == "n" and nouns[t][0] == "18" for w in nouns[t][1]]
        for word in words + people + [p + "s" for p in people]:
            if word[:1].isupper():
                table.add(word, PEOPLE, code, common[code], population=table.towns_of[code])

    regions = {}
    for r in iso("3166-2"):
        code, name = r["code"][:2], cut(r["name"])
        region = table.region(code, name)
        regions[code, fold(plain(name))] = name
        table.add(name, REGION, code, name, region, population=table.towns_of[code, region])
        if code in ("US", "CA", "AU"):
            table.add(r["code"][3:], REGION, code, name, region, population=table.towns_of[code, region])
    for _, state, country, *_ in all_towns:
        if state:
            region = table.region(country, state)
            name = re.sub(r" (Region|Province|District|County)$", "", state)
            table.add(name, REGION, country, name, region, population=table.towns_of[country, region])
    capitals = defaultdict(list)  # code: lists of names
    for offset, (_, words, pointers) in nouns.items():
        kinds = [w for p, target, _ in pointers if p == "@i" for w in nouns[target][1]]
        if "American state" in kinds:
            for name in [regions["US", fold(w)] for w in words if ("US", fold(w)) in regions][:1]:
                region = table.region("US", name)
                for word in words:
                    table.add(word, REGION, "US", name, region, population=table.towns_of["US", region])
        if "national capital" in kinds:
            for code in {countries[t] for t in wholes(nouns, offset) if t in countries}:
                capitals[code].append(words)

    aliases = capital_aliases(all_towns, capitals)
    add_other_names(table, all_towns, nouns, countries, aliases)
    for town in all_towns:
        name, state, country, latitude, longitude, population, _ = town
        for alias in {name, *aliases.get(town, ())}:
            table.add(alias, TOWN, country, name, table.region(country, state), (latitude, longitude), population,
                      CAPITAL if town in aliases else 0)
    return table


def main():
    table = build()
    write_sections(sys.argv[1], "places", VERSION, table.sections())
    print(f"{len(table.rows)} rows, {len(table.regions)} regions, {sum(r[1] == COUNTRY for r in table.rows)} names of countries, "
          f"{sum(r[1] == PEOPLE for r in table.rows)} of peoples, {sum(r[7] for r in table.rows)} of capitals")


if __name__ == "__main__":
    main()

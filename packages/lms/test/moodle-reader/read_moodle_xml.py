"""Prints what moodle_xml_parser reads of a file of Moodle XML, as JSON."""

import dataclasses
import json
import sys

from moodle_xml_parser.parser import parse_file

read = parse_file(sys.argv[1])
print(json.dumps({kind: [dataclasses.asdict(question) for question in read[kind]] for kind in read}))

# Prints the questions of a collection. usage: python3 read_questions.py content/…/dist/json/v1/questions.json
import json
import sys

sys.stdout.reconfigure(encoding="utf-8", newline="\n")
with open(sys.argv[1], encoding="utf-8") as file:
    bank = json.load(file)
if not bank["schemaVersion"].startswith("1."):
    sys.exit(f"this reads schema 1.x, not {bank['schemaVersion']}")

print(f"{bank['title']} [{bank['language']}]: {bank['counts']['questions']} questions")
for question in bank["questions"]:
    section = " > ".join(question["section"]) + ": " if question["section"] else ""
    print(f"\n{section}{question['prompt']['text']}")
    for option in question.get("options", []):
        print(f"  {'*' if option['correct'] else ' '} {option['label']}. {option['text']}")
    print(f"  = {question['answer']['text'] if question['answer'] else '(no answer)'}")

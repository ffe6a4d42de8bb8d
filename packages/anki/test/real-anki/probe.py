"""Drives the real Anki for the tests: reads a JSON list of steps from stdin, prints a JSON list of their results.

usage: probe.py COLLECTION_FILE < steps.json

The collection is made when it is not there and stays between runs, so that a test can import, study and import again.
"""

import json
import sys
import time

from anki.collection import Collection
from anki.import_export_pb2 import (
    CsvMetadata,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)


def counts(response):
    log = response.log
    names = ["new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck",
             "empty_first_field"]
    return {name: len(getattr(log, name)) for name in names} | {"found": log.found_notes}


def import_package(col, step):
    # The options that Anki's own dialog starts with.
    options = ImportAnkiPackageOptions(
        merge_notetypes=False, update_notes=0, update_notetypes=0, with_scheduling=False, with_deck_configs=False
    )
    return counts(col.import_anki_package(ImportAnkiPackageRequest(package_path=step["path"], options=options)))


def import_text(col, step):
    metadata = col.get_csv_metadata(path=step["path"], delimiter=None)
    metadata.dupe_resolution = CsvMetadata.UPDATE
    return counts(col.import_csv(ImportCsvRequest(path=step["path"], metadata=metadata)))


def notes(col, step):
    rows = []
    for nid in col.find_notes(""):
        note = col.get_note(nid)
        rows.append({
            "id": note.id, "guid": note.guid, "type": note.note_type()["name"], "mod": note.mod, "tags": note.tags,
            "fields": dict(note.items()),
            "csum": col.db.scalar("select csum from notes where id = ?", nid),
        })
    return rows


def cards(col, step):
    rows = []
    for cid in col.find_cards("", order="c.due asc, c.ord asc"):
        card = col.get_card(cid)
        rows.append({
            "id": card.id, "guid": card.note().guid, "ord": card.ord, "deck": col.decks.name(card.did),
            "due": card.due, "ivl": card.ivl, "reps": card.reps, "queue": card.queue, "type": card.type,
            "lapses": card.lapses, "factor": card.factor,
        })
    return rows


def render(col, step):
    rows = []
    for cid in col.find_cards("", order="c.due asc, c.ord asc"):
        card = col.get_card(cid)
        output = card.render_output(browser=False)
        rows.append({
            "guid": card.note().guid, "ord": card.ord, "question": output.question_text, "answer": output.answer_text,
            "av": [str(tag) for tag in output.question_av_tags + output.answer_av_tags],
        })
    return rows


def study(col, step):
    """Gives every card a history, as if it had been learned for a while."""
    for number, cid in enumerate(col.find_cards("")):
        card = col.get_card(cid)
        card.type, card.queue = 2, 2
        card.ivl, card.due = 10 + number, 100 + number
        card.reps, card.lapses, card.factor = 3 + number, number % 2, 2300
        col.update_card(card)


def answer(col, step):
    """Really answers some cards through the scheduler, with "Good", in a deck."""
    done = 0
    col.decks.select(col.decks.id(step["deck"]))
    for _ in range(step["count"]):
        card = col.sched.getCard()
        if card is None:
            break
        card.start_timer()
        col.sched.answerCard(card, 3)
        done += 1
    return done


def edit(col, step):
    """Edits a note as a person does."""
    nid = col.db.scalar("select id from notes where guid = ?", step["guid"])
    note = col.get_note(nid)
    for name, value in step["fields"].items():
        note[name] = value
    if "tags" in step:
        note.tags = step["tags"]
    col.update_note(note)
    return note.mod


def decks(col, step):
    return [
        {"name": entry.name, "description": col.decks.get(entry.id).get("desc", "")}
        for entry in sorted(col.decks.all_names_and_ids(), key=lambda entry: entry.name)
    ]


def rename_deck(col, step):
    col.decks.rename(col.decks.id(step["from"], create=False), step["to"])


def note_types(col, step):
    # Python keeps note types that it has seen; an import changes them behind its back.
    col.models._clear_cache()
    return [
        {"id": its["id"], "name": its["name"], "mod": its["mod"], "fields": [field["name"] for field in its["flds"]],
         "css": its["css"], "front": its["tmpls"][0]["qfmt"]}
        for its in col.models.all() if its["name"].startswith("Cardpress")
    ]


def check(col, step):
    """Anki's own "Check Database" and "Check Media"."""
    text, fine = col.fix_integrity()
    media = col.media.check()
    return {"fine": fine, "text": text, "missing": list(media.missing), "unused": list(media.unused)}


def search(col, step):
    return [col.get_note(nid).guid for nid in col.find_notes(step["query"])]


def wait(col, step):
    time.sleep(step["seconds"])


steps = {its.__name__.replace("_", "-"): its for its in [
    import_package, import_text, notes, cards, render, study, answer, edit, decks, rename_deck, note_types, check, search, wait,
]}


def main():
    col = Collection(sys.argv[1])
    try:
        results = []
        for step in json.load(sys.stdin):
            try:
                results.append({"ok": steps[step["do"]](col, step)})
            except Exception as error:  # the test says what it makes of it
                results.append({"error": f"{type(error).__name__}: {error}"})
        json.dump(results, sys.stdout)
    finally:
        col.close()


main()

#!/usr/bin/env bash
# Installs the programs that the tests check our outputs with (Debian or Ubuntu). Building needs none of them.
#   usage: scripts/install-system-packages.sh
# A test whose program is missing skips and says so; the gate (.ci/run) wants them all.
set -euo pipefail

# program -> Debian package
wanted=(
  chromium:chromium        # cards and pages as people see them
  pdftotext:poppler-utils  # text and pictures of PDFs
  qpdf:qpdf                # structure of PDFs
  mutool:mupdf-tools       # a second opinion on PDFs
  sqlite3:sqlite3          # decks, and the floor of the deck bench
  python3:python3          # the real Anki importer, the JSON example
  unzip:unzip
)

missing=()
for pair in "${wanted[@]}"; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done
# A virtual environment needs ensurepip, which Debian packs apart.
python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
# Pages in Chinese need a font to be looked at; the PDFs bring their own.
fc-list :lang=zh 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk)

if [ ${#missing[@]} -eq 0 ]; then
  echo "system packages: all there"
  exit 0
fi
echo "system packages missing: ${missing[*]}"
if ! command -v apt-get >/dev/null; then
  echo "This is no Debian or Ubuntu: install them with your package manager and run again." >&2
  exit 1
fi
run=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
    echo "Not root, and sudo asks for a password. Run: sudo apt-get install ${missing[*]}" >&2
    exit 1
  fi
  run=(sudo -n)
fi
export DEBIAN_FRONTEND=noninteractive
"${run[@]}" apt-get update -q
"${run[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}"

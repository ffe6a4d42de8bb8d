#!/usr/bin/env node
// Runs the tests that import decks into the real Anki, whose own backend is on PyPI (package `anki`): `npm run test:anki`.
import { testWithPython } from './python-environment.mjs'

process.exit(testWithPython('anki', 'packages/anki/test/real-anki', 'the tests against the real Anki'))

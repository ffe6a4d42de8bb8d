#!/usr/bin/env node
// Runs the tests that read Moodle XML back with a reader from PyPI: `npm run test:moodle`.
import { testWithPython } from './python-environment.mjs'

process.exit(testWithPython('moodle', 'packages/lms/test/moodle-reader', 'the tests with a reader of Moodle XML'))

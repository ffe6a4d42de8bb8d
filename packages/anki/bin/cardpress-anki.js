#!/usr/bin/env node
import '../dist/bin/anki.js'

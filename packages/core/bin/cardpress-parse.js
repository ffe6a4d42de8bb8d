#!/usr/bin/env node
import '../dist/bin/parse.js'

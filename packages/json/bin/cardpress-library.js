#!/usr/bin/env node
import '../dist/bin/library.js'

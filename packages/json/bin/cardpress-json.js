#!/usr/bin/env node
import '../dist/bin/json.js'

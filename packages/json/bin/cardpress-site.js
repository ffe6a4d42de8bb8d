#!/usr/bin/env node
import '../dist/bin/site.js'

#!/usr/bin/env node
import '../dist/bin/lms.js'

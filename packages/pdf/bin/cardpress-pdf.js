#!/usr/bin/env node
import '../dist/bin/pdf.js'

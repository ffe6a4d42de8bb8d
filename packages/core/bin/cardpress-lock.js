#!/usr/bin/env node
import '../dist/bin/lock.js'

#!/usr/bin/env node
// Plain JavaScript that an old Node can still parse: it says what is wrong where korpu.ts would only be a syntax error.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(`korpu needs Node.js 24 or newer; this is ${process.versions.node}. Run it as "npx korpu", which brings its own.\n`)
  process.exitCode = 2
} else {
  await import('./korpu.ts')
}

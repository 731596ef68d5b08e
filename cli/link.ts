/**
 * Run by npm after the installation: puts the command where `npx korpu` looks first. A `bin` entry would send npx to its cache instead, where it
 * installs a package's own root, and where a run before the installation leaves something that no later run mends.
 */
import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const link = join(import.meta.dirname, '..', 'node_modules', '.bin', 'korpu')
rmSync(link, { force: true })
symlinkSync(join('..', '..', 'cli', 'korpu.js'), link)

/** Builds the pages of the console into admin-ui/out. */
import { join } from 'node:path'
import { build as buildWith } from 'vite'

export async function build(): Promise<void> {
  await buildWith({ configFile: join(import.meta.dirname, 'vite.config.ts'), configLoader: 'native' })
}

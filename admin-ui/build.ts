/** A program of its own, so that npm may call it from any folder. */
import { build } from './built.ts'

await build()

/** The generated files of the standard, which are served beside the site. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const PUBLISHED = fileURLToPath(new URL('.', import.meta.resolve('#schemas/published/message-1.xsd')))

/** `name` is relative to the folder, e.g. `samples/acknowledgement.small.xml`. */
export const publishedText = (name: string): string => readFileSync(`${PUBLISHED}/${name}`, 'utf8')

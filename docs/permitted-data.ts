/** The page on permitted data: which fields of which records belong to which class of the data protection article. */
import { DATA_CLASSES, type DataClass, PERMITTED_DATA } from '#schemas/permitted-data.ts'
import type { Words } from '#schemas/words.ts'

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string

export const ABOUT_CLASSES = `The data protection article of the agreement (17) says which data about a person may be told. Every leaf of every message belongs to one class; a field that holds a record gives its class to all that is in it. A message
with data of a class that its rule set does not permit is refused with the rule \`permitted-data\`; a field that the schema does not have is refused before that. A new field without a class fails the tests.`

interface ClassRow {
  readonly name: DataClass
  readonly words: Words
  /** A line for each record. */
  readonly fields: readonly string[]
}

export const classRows: readonly ClassRow[] = (Object.keys(DATA_CLASSES) as readonly DataClass[]).map((name) => ({
  name,
  words: DATA_CLASSES[name],
  fields: Object.entries(PERMITTED_DATA).flatMap(([record, row]) => (row[name] ? [`${record}: ${row[name].split(' ').join(', ')}`] : [])),
}))

export const permittedDataPage = (note: string, table: Table): string => `# Permitted data

${note}

${ABOUT_CLASSES}

${table(
  ['class', 'what', 'nə', 'fields'],
  classRows.map(({ name, words, fields }) => [name, ...words, fields.join('<br>')]),
)}
`

/** What a route takes, checked before it is looked at: `taking` its JSON body. */
import { type Static, type TObject, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { validator } from 'hono/validator'
import { refusal } from '#core/console/refusal.ts'

export const closed = { additionalProperties: false } as const

/** One line, as people type it. */
export const line = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })

export const taking = <T extends TObject>(schema: T) => validator('json', (value): Static<T> => checked(schema, value))

/** The same of what stands in the address behind the question mark. */
export const asking = <T extends TObject>(schema: T) => validator('query', (value): Static<T> => checked(schema, value))

function checked<T extends TObject>(schema: T, value: unknown): Static<T> {
  if (Value.Check(schema, value)) return value
  const issues = [...Value.Errors(schema, value)].slice(0, 20).map(({ path, message }) => ({ path, expected: message }))
  throw refusal('BAD_INPUT', { issues })
}

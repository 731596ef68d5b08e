/** What a route takes, checked before it is looked at: `taking` its JSON body, `asking` its query. */
import { type Static, type TObject, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { validator } from 'hono/validator'
import { refusal } from '#core/console/refusal.ts'

export const closed = { additionalProperties: false } as const

/** One line, as people type it. */
export const line = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })

export const oneOf = <const T extends string[]>(...names: T) => Type.Union(names.map((name) => Type.Literal(name as T[number])))

/** Why somebody does something, in words of their own. */
export const REASON = Type.String({ minLength: 5, maxLength: 500, pattern: '^[^\\u0000-\\u001f\\u007f]*\\S[^\\u0000-\\u001f\\u007f]*$' })

export const CODE = Type.String({ pattern: '^\\d{6}$' })
export const Code = Type.Object({ code: CODE }, closed)

/** What a browser's authenticator answers; its parts are checked by whoever verifies it. */
export const RESPONSE = Type.Object({ id: Type.String({ maxLength: 2_000 }) })
export const SignedByKey = Type.Object({ response: RESPONSE }, closed)

export const taking = <T extends TObject>(schema: T) => validator('json', (value): Static<T> => checked(schema, value))

/** The same of what stands in the address behind the question mark. */
export const asking = <T extends TObject>(schema: T) => validator('query', (value): Static<T> => checked(schema, value))

function checked<T extends TObject>(schema: T, value: unknown): Static<T> {
  if (Value.Check(schema, value)) return value
  const issues = [...Value.Errors(schema, value)].slice(0, 20).map(({ path, message }) => ({ path, expected: message }))
  throw refusal('BAD_INPUT', { issues })
}

/**
 * The only types that a message is made of.
 *
 * Every leaf has one explicit pattern, written in what the regular expressions of XSD 1.0 and of JSON Schema share, so that both schemas
 * give the same verdict; in XSD each leaf is an `xs:string`, because `xs:dateTime`, `xs:boolean` and `xs:integer` take more spellings than JSON.
 * XSD anchors a pattern by itself; for JSON Schema it becomes `^(…)$`.
 */
import { type TObject, type TSchema, Type } from '@sinclair/typebox'
import type { CodeList } from './codelists/code-list.ts'
import { type Definition, type Words, wordsOf } from './words.ts'

/** What the generator needs beyond JSON Schema: how the type is called in both schemas, and how to tell a sender what was expected. */
interface LeafFacts {
  readonly kind: 'text' | 'integer' | 'boolean'
  readonly name: string
  /** Of the written form; absent where `codes` say it all. */
  readonly pattern?: string
  readonly codes?: CodeList
  readonly expected: Words
}
interface RecordFacts {
  readonly kind: 'record'
  readonly name: string
  readonly definition: Words
}
interface ListFacts {
  readonly kind: 'list'
  readonly item: string
}

/** `since`: the version of the standard that brought the field; the first one when absent. */
interface Dated {
  readonly since?: string
}

export type Leaf = TSchema & Dated & { readonly facts: LeafFacts }
export type RecordType = TObject & Dated & { readonly facts: RecordFacts }
export type ListType = TSchema & Dated & { readonly facts: ListFacts; readonly items: ModelType }
export type ModelType = Leaf | RecordType | ListType

/** No control characters, U+2028/2029, U+FEFF, surrogates or U+FFFE/FFFF; white space only between other characters. */
const SPACE = ' \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000'
const VISIBLE =
  '!-~\u00A1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}'
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const YEAR = '[12][0-9]{3}'
const MONTH = '(0[1-9]|1[0-2])'
const DAY = '(0[1-9]|[12][0-9]|3[01])'

function patterned(name: string, pattern: string, expected: Words, maxLength?: number): Leaf {
  const facts: LeafFacts = { kind: 'text', name, pattern, expected }
  return { ...Type.String({ pattern: `^(${pattern})$`, ...(maxLength === undefined ? {} : { maxLength }) }), facts }
}

/** One line of text; `max` counts code points. */
export const text = (max: number): Leaf =>
  patterned(
    `Text${max}`,
    `[${VISIBLE}]+([${SPACE}]+[${VISIBLE}]+)*`,
    [
      `1 to ${max} characters on one line, no white space at either end, no control characters`,
      `bir sətirdə 1–${max} simvol, əvvəlində və sonunda boşluq, daxilində idarəetmə simvolları olmadan`,
    ],
    max,
  )

/** Text that may have line breaks (LF only); `max` counts code points. */
export const note = (max: number): Leaf =>
  patterned(
    `Note${max}`,
    `[${VISIBLE}]+([\\n${SPACE}]+[${VISIBLE}]+)*`,
    [
      `1 to ${max} characters, no white space at either end, no control characters but line feed`,
      `1–${max} simvol, əvvəlində və sonunda boşluq, sətir sonundan başqa idarəetmə simvolları olmadan`,
    ],
    max,
  )

export const uuid = patterned('Uuid', UUID, ['a UUID in lower case', 'kiçik hərflərlə UUID'])
export const uuidUrn = patterned('UuidUrn', `urn:uuid:${UUID}`, ['urn:uuid: and a UUID in lower case', 'urn:uuid: və kiçik hərflərlə UUID'])
/** UTC to the second or millisecond. */
export const dateTime = patterned('DateTime', `${YEAR}-${MONTH}-${DAY}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{3})?Z`, [
  'a date and time in UTC, YYYY-MM-DDThh:mm:ssZ or YYYY-MM-DDThh:mm:ss.sssZ',
  'UTC ilə tarix və vaxt, YYYY-MM-DDThh:mm:ssZ və ya YYYY-MM-DDThh:mm:ss.sssZ',
])
export const date = patterned('Date', `${YEAR}-${MONTH}-${DAY}`, ['a date, YYYY-MM-DD', 'tarix, YYYY-MM-DD'])
/** As much of a date as is known. */
export const partialDate = patterned('PartialDate', `${YEAR}(-${MONTH}(-${DAY})?)?`, [
  'a date, YYYY-MM-DD, YYYY-MM or YYYY',
  'tarix, YYYY-MM-DD, YYYY-MM və ya YYYY',
])
/** Id of a party, `de` or `az-sms` (contract, section 1). */
export const party = patterned(
  'Party',
  '[a-z][a-z0-9]*(-[a-z0-9]+)*',
  ['a party id: lower-case letters, digits and hyphens', 'tərəfin identifikatoru: kiçik hərflər, rəqəmlər və defislər'],
  32,
)
/** Name of a versioned rule set, e.g. `eu-az-2014`. */
export const ruleSet = patterned(
  'RuleSet',
  '[a-z][a-z0-9]*(-[a-z0-9]+)*',
  ['the name of a rule set: lower-case letters, digits and hyphens', 'qaydalar toplusunun adı: kiçik hərflər, rəqəmlər və defislər'],
  64,
)
/** SHA-256. */
export const digest = patterned('Digest', '[0-9a-f]{64}', [
  'a SHA-256 digest, 64 hexadecimal digits in lower case',
  'SHA-256 heşi, kiçik hərflərlə 64 onaltılıq rəqəm',
])
/** 128 random bits. */
export const nonce = patterned('Nonce', '[A-Za-z0-9_\\-]{22}', [
  '128 random bits in base64url, 22 characters',
  'base64url ilə 128 təsadüfi bit, 22 simvol',
])
/** Code of an error or refusal, e.g. `PAYLOAD_INVALID`. */
export const reasonCode = patterned('ReasonCode', '[A-Z][A-Z0-9]*(_[A-Z0-9]+)*', ['a code in upper case', 'böyük hərflərlə kod'], 64)
export const problemType = patterned(
  'ProblemType',
  'urn:korpu:problem:[A-Z][A-Z0-9_]*',
  ['urn:korpu:problem: and a code in upper case', 'urn:korpu:problem: və böyük hərflərlə kod'],
  82,
)
/** BCP 47, as far as a person's language needs it: ISO 639 with or without a script, `aze`, `az-Latn`. */
export const language = patterned('Language', '[a-z]{2,3}(-[A-Z][a-z]{3})?', [
  'a language, ISO 639 code with or without a script',
  'dil, ISO 639 kodu, əlifba göstərilməklə və ya göstərilmədən',
])
/** E.164. */
export const phone = patterned('Phone', '\\+[1-9][0-9]{6,14}', [
  'a telephone number, + and 7 to 15 digits',
  'telefon nömrəsi, + və 7–15 rəqəm',
])
export const email = patterned(
  'Email',
  '[A-Za-z0-9._%+\\-]+@[A-Za-z0-9\\-]+(\\.[A-Za-z0-9\\-]+)+',
  ['an e-mail address', 'elektron poçt ünvanı'],
  254,
)
/** IANA media type without parameters. */
export const mediaType = patterned(
  'MediaType',
  '[a-z]+/[a-z0-9][a-z0-9.+\\-]*',
  ['a media type in lower case', 'kiçik hərflərlə media növü'],
  100,
)
/** Name field of a machine-readable zone (ICAO Doc 9303). */
export const mrzName = patterned(
  'MrzName',
  '[A-Z]+(<<?[A-Z]+)*<*',
  ['the name field of a machine-readable zone: A to Z and <', 'maşınla oxunan zonanın ad sahəsi: A-dan Z-dək hərflər və <'],
  39,
)
/** Airline and number, without spaces. */
export const flight = patterned('Flight', '[A-Z0-9]{2}[A-Z]?[0-9]{1,4}[A-Z]?', ['a flight number without spaces', 'boşluqsuz reys nömrəsi'])
/** IATA code of an airport. */
export const airport = patterned('Airport', '[A-Z]{3}', ['an IATA airport code, three letters', 'hava limanının IATA kodu, üç hərf'])
/** A diplomatic mission: whose, and where (UN/LOCODE), e.g. `AZE-DEBER`. */
export const mission = patterned('MissionCode', '[A-Z]{3}-[A-Z]{2}[A-Z2-9]{3}', [
  'a mission: ISO 3166-1 alpha-3 code of the state whose it is, a hyphen, UN/LOCODE of its seat',
  'diplomatik nümayəndəlik: aid olduğu dövlətin ISO 3166-1 alpha-3 kodu, defis, yerləşdiyi yerin UN/LOCODE kodu',
])
/** ISO 4217. */
export const currency = patterned('Currency', '[A-Z]{3}', [
  'a currency, ISO 4217 code of three letters',
  'valyuta, üç hərfli ISO 4217 kodu',
])
/** A non-negative decimal number, as a string. */
export const decimal = patterned('Decimal', '(0|[1-9][0-9]{0,11})(\\.[0-9]{1,4})?', [
  'a decimal number in digits, with a point',
  'rəqəmlərlə onluq ədəd, nöqtə ilə',
])

/** libxml2 counts wrongly when `{n}` stands inside a repeated group: no pattern here has that. */
const BASE64 = '[A-Za-z0-9+/]'

/** Base64 with padding, without line breaks or loose bits, of 3 bytes to `maxKiB`. */
export const blob = (maxKiB: number): Leaf =>
  patterned(
    `Blob${maxKiB}KiB`,
    `(${BASE64}${BASE64}${BASE64}${BASE64})+(${BASE64}[AQgw]==|${BASE64}${BASE64}[AEIMQUYcgkosw048]=)?`,
    [
      `base64 with padding and without line breaks, at most ${maxKiB} KiB`,
      `tamamlayıcı simvollarla və sətirlərə bölünmədən base64, ən çoxu ${maxKiB} KiB`,
    ],
    4 * Math.ceil((maxKiB * 1024) / 3),
  )

/** Non-negative, at most `digits` digits. */
export function integer(digits: number): Leaf {
  const pattern = digits === 1 ? '[0-9]' : `0|[1-9][0-9]{0,${digits - 1}}`
  const facts: LeafFacts = {
    kind: 'integer',
    name: `Integer${digits}`,
    pattern,
    expected: [`a whole number of at most ${digits} digits`, `ən çoxu ${digits} rəqəmli tam ədəd`],
  }
  return { ...Type.Integer({ minimum: 0, maximum: 10 ** digits - 1 }), facts }
}

export const boolean: Leaf = {
  ...Type.Boolean(),
  facts: { kind: 'boolean', name: 'Boolean', pattern: 'true|false', expected: ['true or false', 'true və ya false'] },
}

export function code(codes: CodeList): Leaf {
  const values = Object.keys(codes.codes)
  const expected: Words =
    values.length <= 16
      ? [`one of ${values.join(', ')}`, `bunlardan biri: ${values.join(', ')}`]
      : [`a code of the list ${codes.name}`, `${codes.name} siyahısından bir kod`]
  return { ...Type.Unsafe<string>({ type: 'string', enum: values }), facts: { kind: 'text', name: codes.name, codes, expected } }
}

/** One to `max` items; an empty list is left out (contract, section 2). `item` names the XML element of one. */
export function list(item: string, of: ModelType, { max }: { readonly max: number }): ListType {
  const array = Type.Array(of, { minItems: 1, maxItems: max })
  return { ...array, items: of, facts: { kind: 'list', item } }
}

/** Fields in the order of their XML elements. At least one must be required, so that an empty record cannot be. */
export function record(name: string, definition: Definition, fields: { readonly [field: string]: ModelType }): RecordType {
  const object = Type.Object(fields, { additionalProperties: false })
  if (!object.required?.length) throw new Error(`${name} has no required field`)
  return { ...object, facts: { kind: 'record', name, definition: wordsOf(definition) } }
}

export const required = (type: ModelType, description: Definition): ModelType => ({ ...type, description })
export const optional = (type: ModelType, description: Definition): ModelType => ({ ...Type.Optional(type), description }) as ModelType
/** A field that this version of the standard brought. Only an optional one can be added without a new major version. */
export const since = (version: string, type: ModelType): ModelType => ({ ...type, since: version })

// Written by `npm run generate` from schemas/model/. Do not edit: change the model.
import type { MessageType } from './types.ts'

/** True if valid; what was wrong stands in `errors` until the next call. */
interface Validate {
  (value: unknown): boolean
  readonly errors?:
    | readonly {
        readonly keyword: string
        readonly instancePath: string
        readonly params: Readonly<Record<string, unknown>>
      }[]
    | null
}

export const VALIDATORS: { readonly [name in MessageType | 'Header' | 'Receipt' | 'Problem']: Validate }

/** Passkeys of this browser: what the hub asks for goes to it as it came, and its answer back. */
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

type Signing = Parameters<typeof startAuthentication>[0]['optionsJSON']
type Making = Parameters<typeof startRegistration>[0]['optionsJSON']

export const signWith = (options: { readonly challenge: string }) => startAuthentication({ optionsJSON: options as unknown as Signing })

export const makeWith = (options: { readonly challenge: string }) => startRegistration({ optionsJSON: options as unknown as Making })

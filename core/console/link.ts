/** The one-time link with which somebody comes in for the first time, or again after a reset. */

export const LINK_MS = 86_400_000

/** Behind the #: what stands there is never sent, so that no log has it. */
export const linkTo = (origin: string, token: string): string => `${origin}/enrol#${token}`

/** States, as a value of a reference table (`Waardetabel`); the codes are those of ISO 3166-1 alpha-3, not those of the Dutch table 34. */
export const land = (path: string): string => `${path}/code`

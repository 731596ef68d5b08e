/** What must be confirmed before the hub tells silence on a normal application. */
export const SILENCE = ['T5', 'T6', 'T7'].map((item) => ({ scope: 'eu-az-2014:1', item }))

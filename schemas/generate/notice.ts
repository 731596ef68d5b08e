/** First lines of everything that the generator writes. */
export const GENERATED = '// Written by `npm run generate` from schemas/model/. Do not edit: change the model.'

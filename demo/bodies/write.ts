import type { CaseFile } from '#demo/case-file.ts'
import type { BodyByType } from '#schemas/generated/types.ts'

/** How an official writes a message of a type. */
export type Write<T extends keyof BodyByType> = (file: CaseFile) => BodyByType[T]

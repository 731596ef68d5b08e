/**
 * The message standard, as the rest of the house sees it. Implemented by the generated files and `validate.ts`.
 *
 * Contract (names are fixed):
 * - NAMESPACE = 'urn:korpu:message:1'
 * - MESSAGE_TYPES: readonly MessageType[]; elementOf(type): 'ReadmissionApplication'
 * - shapeOf(name: 'Header' | 'Receipt' | 'Problem' | MessageType): RecordShape
 * - faultsOf(name: 'Header' | 'Receipt' | 'Problem' | MessageType, value: unknown): readonly Fault[]   ([] = valid; pointers relative to value)
 * - messageFaultsOf(message): header and body together, pointers `/header/...`, `/body/...`
 * - Fault = { rule, pointer, expected, hint }: never a value of the message; `rule` is 'required' | 'unknown' | 'pattern' | 'code' | 'length' | 'range' | 'type' | 'count' | 'nfc'
 * - leavesOf(type): every canonical leaf path of a body, for coverage, e.g. 'subject.familyName', 'children[].birthDate'
 */
export {}

/** Writes a sample as XML, indented to be read. What the hub sends is made elsewhere, from the generated tables. */
import type { Message } from '#schemas/generated/types.ts'
import { header as headerType } from '#schemas/model/header.ts'
import type { ModelType, RecordType } from '#schemas/vocabulary.ts'
import { fieldsOf, isList, isRecord, NAMESPACE, nameOf } from './definitions.ts'

export function xmlOf({ header, body }: Message, bodyType: RecordType): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Message xmlns="${NAMESPACE}" Id="m-${header.messageId}">`,
    ...elementLines('Header', header, headerType, 1),
    '  <Body>',
    ...elementLines(nameOf(bodyType), body, bodyType, 2),
    '  </Body>',
    '</Message>',
    '',
  ].join('\n')
}

function elementLines(element: string, value: unknown, type: ModelType, depth: number): readonly string[] {
  const indent = '  '.repeat(depth)
  if (!isList(type) && !isRecord(type)) return [`${indent}<${element}>${escaped(String(value))}</${element}>`]
  const inner = isList(type)
    ? (value as readonly unknown[]).flatMap((item) => elementLines(type.facts.item, item, type.items, depth + 1))
    : fieldLines(value as { readonly [name: string]: unknown }, type, depth + 1)
  return [`${indent}<${element}>`, ...inner, `${indent}</${element}>`]
}

const fieldLines = (members: { readonly [name: string]: unknown }, type: RecordType, depth: number): readonly string[] =>
  fieldsOf(type).flatMap((field) => (field.name in members ? elementLines(field.element, members[field.name], field.type, depth) : []))

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

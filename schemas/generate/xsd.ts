/** Writes the published XSD (1.0): one file, every element qualified, every leaf an `xs:string` with the pattern that JSON Schema has too. */
import type { CodeList, CodeTitle } from '#schemas/codelists/code-list.ts'
import { header } from '#schemas/model/header.ts'
import { type Leaf, type ModelType, type RecordType, uuid } from '#schemas/vocabulary.ts'
import { bodies, type Definitions, type Field, fieldsOf, isList, NAMESPACE, nameOf, statements } from './definitions.ts'

const SIGNATURE = '<xs:any namespace="http://www.w3.org/2000/09/xmldsig#" processContents="skip" minOccurs="0"/>'

export function xsd({ leaves, records }: Definitions): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${NAMESPACE}" targetNamespace="${NAMESPACE}" elementFormDefault="qualified" version="1.0">
  <xs:annotation><xs:documentation xml:lang="en">Körpü message, version 1. Says exactly the same as message-1.schema.json. The signature is optional here, so that samples are valid; the hub demands it.</xs:documentation></xs:annotation>
${messageElement()}
${statements.map(statementElement).join('\n')}
${records.map(complexType).join('\n')}
${leaves.map(simpleType).join('\n')}
</xs:schema>
`
}

const messageElement = (): string => `  <xs:element name="Message">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="Header" type="${nameOf(header)}"/>
        <xs:element name="Body">
          <xs:complexType>
            <xs:choice>
${bodies.map(({ record }) => `              <xs:element name="${nameOf(record)}" type="${nameOf(record)}"/>`).join('\n')}
            </xs:choice>
          </xs:complexType>
        </xs:element>
        ${SIGNATURE}
      </xs:sequence>
      <xs:attribute name="Id" use="required">
        <xs:simpleType>
          <xs:restriction base="xs:string">
            <xs:pattern value="m-${uuid.facts.pattern}"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:attribute>
    </xs:complexType>
  </xs:element>`

const statementElement = (record: RecordType): string => `  <xs:element name="${nameOf(record)}">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="${nameOf(record)}">
          <xs:sequence>
            ${SIGNATURE}
          </xs:sequence>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>`

const complexType = (record: RecordType): string => `  <xs:complexType name="${nameOf(record)}">
${documentation(record.facts.description, 4)}
    <xs:sequence>
${fieldsOf(record).map(fieldElement).join('\n')}
    </xs:sequence>
  </xs:complexType>`

function fieldElement({ element, required, type, description }: Field): string {
  const occurs = required ? '' : ' minOccurs="0"'
  const about = documentation(`${description}.`, 8)
  if (!isList(type)) return `      <xs:element name="${element}" type="${nameOf(type)}"${occurs}>\n${about}\n      </xs:element>`
  return `      <xs:element name="${element}"${occurs}>
${about}
        <xs:complexType>
          <xs:sequence>
            <xs:element name="${type.facts.item}" type="${itemName(type.items)}" maxOccurs="${type.maxItems}"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>`
}

function itemName(type: ModelType): string {
  if (isList(type)) throw new Error('a list of lists has no XML form here')
  return nameOf(type)
}

export function simpleType(leaf: Leaf): string {
  const { pattern, codes, expected } = leaf.facts
  const facets = codes
    ? Object.entries(codes.codes).map(([code, title]) => enumeration(code, title))
    : [
        ...(leaf.maxLength === undefined ? [] : [`      <xs:maxLength value="${leaf.maxLength}"/>`]),
        `      <xs:pattern value="${spelledOut(escaped(pattern ?? ''))}"/>`,
      ]
  return `  <xs:simpleType name="${nameOf(leaf)}">
${documentation(about(codes, expected), 4)}
    <xs:restriction base="xs:string">
${facets.join('\n')}
    </xs:restriction>
  </xs:simpleType>`
}

const about = (codes: CodeList | undefined, expected: string): string =>
  codes ? `${codes.title}.` : `${expected.charAt(0).toUpperCase()}${expected.slice(1)}.`

const enumeration = (code: string, [en, az]: CodeTitle): string => `      <xs:enumeration value="${escaped(code)}">
        <xs:annotation>
          <xs:documentation xml:lang="en">${escaped(en)}</xs:documentation>
          <xs:documentation xml:lang="az">${escaped(az)}</xs:documentation>
        </xs:annotation>
      </xs:enumeration>`

const documentation = (words: string, indent: number): string =>
  `${' '.repeat(indent)}<xs:annotation><xs:documentation xml:lang="en">${escaped(words)}</xs:documentation></xs:annotation>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Characters beyond ASCII as references: most of those in the patterns cannot be seen. */
const spelledOut = (text: string): string => text.replaceAll(/[^ -~]/gu, (char) => `&#x${char.codePointAt(0)?.toString(16).toUpperCase()};`)

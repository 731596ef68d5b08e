/** Writes the published XSD (1.0): one file, every element qualified, every leaf an `xs:string` with the pattern that JSON Schema has too. */
import { header } from '#schemas/model/header.ts'
import { type Leaf, type ModelType, type RecordType, uuid } from '#schemas/vocabulary.ts'
import type { Words } from '#schemas/words.ts'
import {
  bodies,
  type Definitions,
  definitionOf,
  type Field,
  fieldsOf,
  fileOf,
  isList,
  NAMESPACE,
  nameOf,
  statements,
} from './definitions.ts'

const SIGNATURE = '<xs:any namespace="http://www.w3.org/2000/09/xmldsig#" processContents="skip" minOccurs="0"/>'

const aboutOf = (version: string): Words => [
  `Körpü message, version ${version}. Says exactly the same as ${fileOf(version, 'schema.json')}. The signature is optional here, so that samples are valid; the hub demands it.`,
  `Körpü mesajı, versiya ${version}. ${fileOf(version, 'schema.json')} ilə tamamilə eyni məzmunu ifadə edir. Nümunələrin etibarlı olması üçün imza burada məcburi deyil; qovşaq onu tələb edir.`,
]

export function xsd({ version, leaves, records }: Definitions): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${NAMESPACE}" targetNamespace="${NAMESPACE}" elementFormDefault="qualified" version="${version}">
${documentation(aboutOf(version), 2)}
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
${documentation(record.facts.definition, 4)}
    <xs:sequence>
${fieldsOf(record).map(fieldElement).join('\n')}
    </xs:sequence>
  </xs:complexType>`

function fieldElement({ element, required, type, definition }: Field): string {
  const occurs = required ? '' : ' minOccurs="0"'
  const about = documentation(definition, 8)
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
  const { pattern, codes } = leaf.facts
  const facets = codes
    ? Object.entries(codes.codes).map(([code, title]) => enumeration(code, title))
    : [
        ...(leaf.maxLength === undefined ? [] : [`      <xs:maxLength value="${leaf.maxLength}"/>`]),
        `      <xs:pattern value="${spelledOut(escaped(pattern ?? ''))}"/>`,
      ]
  return `  <xs:simpleType name="${nameOf(leaf)}">
${documentation(definitionOf(leaf), 4)}
    <xs:restriction base="xs:string">
${facets.join('\n')}
    </xs:restriction>
  </xs:simpleType>`
}

const enumeration = (code: string, title: Words): string => `      <xs:enumeration value="${escaped(code)}">
${documentation(title, 8)}
      </xs:enumeration>`

const documentation = ([en, az]: Words, indent: number): string =>
  [
    '<xs:annotation>',
    `  <xs:documentation xml:lang="en">${escaped(en)}</xs:documentation>`,
    `  <xs:documentation xml:lang="az">${escaped(az)}</xs:documentation>`,
    '</xs:annotation>',
  ]
    .map((line) => ' '.repeat(indent) + line)
    .join('\n')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Characters beyond ASCII as references: most of those in the patterns cannot be seen. */
const spelledOut = (text: string): string => text.replaceAll(/[^ -~]/gu, (char) => `&#x${char.codePointAt(0)?.toString(16).toUpperCase()};`)

import { describe, expect, it } from 'vitest'
import { HubError } from '#core/errors.ts'
import { canonicalXmlOf, detachXml, parseXml, xmlTreeOf } from './xml.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function treeOf(text: string) {
  using parsed = parseXml(bytesOf(text))
  return xmlTreeOf(parsed)
}

function refusalOf(act: () => unknown): HubError {
  try {
    act()
  } catch (error) {
    if (error instanceof HubError) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('the tree of a document', () => {
  it('keeps names, namespaces, attributes and text, and drops white space between elements', () => {
    expect(treeOf('<a:Doc xmlns:a="urn:a" xmlns="urn:b" Id="d1" a:lang="az">\n  <Name>Əliyev &amp; İşğalov&#xD;</Name>\n</a:Doc>')).toEqual(
      {
        name: 'Doc',
        namespace: 'urn:a',
        attributes: { Id: 'd1', '{urn:a}lang': 'az' },
        children: [{ name: 'Name', namespace: 'urn:b', attributes: {}, children: [], text: 'Əliyev & İşğalov\r' }],
        text: '',
      },
    )
  })

  it('keeps the white space of an element without children as it is written', () => {
    expect(treeOf('<a><b>  </b></a>').children[0]?.text).toBe('  ')
  })

  it('takes an attribute called __proto__ for an attribute', () => {
    expect(Object.entries(treeOf('<a __proto__="x"/>').attributes)).toEqual([['__proto__', 'x']])
  })

  it('takes an XML declaration that says UTF-8, and none', () => {
    for (const declaration of ['', '<?xml version="1.0"?>', "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n"]) {
      expect(treeOf(`${declaration}<a/>`).name).toBe('a')
    }
  })
})

const REFUSED: readonly (readonly [string, string])[] = [
  ['a DTD', '<!DOCTYPE a><a/>'],
  ['an entity', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
  ['an undeclared entity', '<a>&nbsp;</a>'],
  ['a comment', '<a>1<!-- -->2</a>'],
  ['a CDATA section', '<a><![CDATA[x]]></a>'],
  ['a processing instruction before the root', '<?xml-stylesheet href="x"?><a/>'],
  ['a processing instruction inside', '<a><?x y?></a>'],
  ['a processing instruction after the root', '<a/><?x y?>'],
  ['a second XML declaration', '<?xml version="1.0"?><?xml version="1.0"?><a/>'],
  ['an XML declaration after white space', ' <?xml version="1.0"?><a/>'],
  ['XML 1.1', '<?xml version="1.1"?><a/>'],
  ['another declared encoding', '<?xml version="1.0" encoding="ISO-8859-9"?><a/>'],
  ['a byte order mark', '\uFEFF<a/>'],
  ['a duplicate attribute', '<a x="1" x="2"/>'],
  ['a duplicate attribute under two prefixes', '<a xmlns:p="urn:a" xmlns:q="urn:a" p:x="1" q:x="2"/>'],
  ['an undeclared prefix', '<p:a/>'],
  ['a NUL', '<a>\u0000</a>'],
  ['a control character by reference', '<a>&#1;</a>'],
  ['text beside child elements', '<a>x<b/></a>'],
  ['text after child elements', '<a><b/>x</a>'],
  ['an xsi attribute', '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>'],
  ['an xsi attribute under another prefix', '<a xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="x"/>'],
  ['a namespace name that libxml2 canonicalises wrongly', '<a xmlns="urn:a&amp;b"/>'],
  ['such a name under a prefix', '<a xmlns:p="urn:a&amp;amp;b" p:x="1"/>'],
  ['two roots', '<a/><b/>'],
  ['nothing', ''],
  ['an unclosed element', '<a>'],
  ['more than 256 levels', '<a>'.repeat(300) + '</a>'.repeat(300)],
]

describe('what is refused before anything else looks at it', () => {
  it.each(REFUSED)('%s', (_what, text) => {
    expect(refusalOf(() => treeOf(text)).code).toBe('PAYLOAD_MALFORMED')
  })

  it('bytes that are not UTF-8', () => {
    for (const bytes of [Buffer.from('<a>é</a>', 'latin1'), Buffer.from('\uFEFF<a/>', 'utf16le'), Buffer.from('<a/>', 'utf16le')]) {
      expect(refusalOf(() => parseXml(bytes)).code).toBe('PAYLOAD_MALFORMED')
    }
  })

  it('says the line, and never a word of the document', () => {
    const refusal = refusalOf(() => parseXml(bytesOf('<Person>\n<Name>Gizli</Ad>\n</Person>')))
    expect(refusal.message).toContain('line 2')
    expect(refusal.message).not.toMatch(/Gizli|Name|Ad|Person/)
  })
})

describe('canonical form', () => {
  it('is exclusive: declarations only where they are used, attributes sorted, no empty-element tags', () => {
    using parsed = parseXml(bytesOf('<?xml version="1.0"?>\n<p:a  xmlns:q="urn:q" xmlns:p="urn:p" z="2" b=\'1\'><q:c/>\n</p:a>\n'))
    expect(Buffer.from(canonicalXmlOf(parsed)).toString()).toBe('<p:a xmlns:p="urn:p" b="1" z="2"><q:c xmlns:q="urn:q"></q:c>\n</p:a>')
  })

  it('does not exist for relative namespace names, which is refused', () => {
    using parsed = parseXml(bytesOf('<a xmlns:x="relative"/>'))
    expect(refusalOf(() => canonicalXmlOf(parsed)).code).toBe('PAYLOAD_MALFORMED')
  })

  it('leaves a detached element out, and gives its own with the namespaces it uses', () => {
    using parsed = parseXml(bytesOf('<a xmlns:p="urn:p" xmlns:q="urn:q"><b/> <p:c><p:d q:e="1">ş</p:d></p:c> </a>'))
    using last = detachXml(parsed, -1)
    using inner = last && detachXml(last, 0)
    const texts = [parsed, last, inner].map((part) => part && Buffer.from(canonicalXmlOf(part)).toString())
    expect(texts).toEqual(['<a><b></b>  </a>', '<p:c xmlns:p="urn:p"></p:c>', '<p:d xmlns:p="urn:p" xmlns:q="urn:q" q:e="1">ş</p:d>'])
  })

  it('has nothing to detach where there is no such child', () => {
    using parsed = parseXml(bytesOf('<a>text</a>'))
    expect(detachXml(parsed, -1)).toBeUndefined()
    expect(detachXml(parsed, 0, 0)).toBeUndefined()
  })
})

/** What the standard is, all message types, and everything to take along. */
import { CHOREOGRAPHY } from '#schemas/choreography.ts'
import { MESSAGE_TYPES, VERSIONS } from '#schemas/index.ts'
import { sideOf } from './case-page.ts'
import { html } from './html.ts'
import { bodyOf, titleOf } from './model.ts'
import { both, linkTo, type Page, table } from './page.ts'

const OLDER = VERSIONS.slice(0, -1).map(({ number }) => number)

export const indexPage = (): Page => ({
  file: 'index.html',
  title: 'Messages',
  body: html`<p>The message standard of Körpü, the hub through which states and agencies exchange readmission messages. One model, two syntaxes that say exactly the same:
XML in the namespace <code>urn:korpu:message:1</code>, signed with XAdES, and JSON, signed with JAdES. Everything on these pages is written from the model, the rules and the routes that the hub itself runs.</p>
<p>Definitions of fields, and titles of message types, codes and case states, and the rules are in English and <span lang="az">azərbaycanca</span>; in the schemas too.</p>
<h2>To take along</h2>
<ul>
<li><a href="../schemas/message-1.xsd">message-1.xsd</a>, the XML Schema</li>
<li><a href="../schemas/message-1.schema.json">message-1.schema.json</a>, the JSON Schema (2020-12)</li>
${OLDER.map(
  (
    number,
  ) => html`<li>version ${number} alone: <a href="../schemas/message-${number}.xsd">message-${number}.xsd</a>, <a href="../schemas/message-${number}.schema.json">message-${number}.schema.json</a></li>
`,
)}<li><a href="../schemas/code-lists.json">code-lists.json</a>, all code lists with their titles</li>
<li><a href="../schemas/missions.json">missions.json</a>, the missions that a message may name, and where each was read</li>
<li><a href="openapi.json">openapi.json</a>, the exchange API as OpenAPI 3.1; <a href="api.html">the same to read</a></li>
<li>samples of every type in both syntaxes, on its page</li>
</ul>
<h2>First steps</h2>
<ol>
<li>Validate a message of yours: <code>npx korpu validate FILE</code>.</li>
<li><a href="signing.html">Sign it</a>, and verify your own signature.</li>
<li>Ask <code>GET /v1/ping</code> who you are to the hub, then <code>POST /v1/test</code> with a message: it passes every check and is not stored.</li>
<li>Submit it, and <a href="receipts.html">keep the receipt</a>.</li>
</ol>
<h2>${MESSAGE_TYPES.length} message types</h2>
${table(
  ['Type', 'Title', 'Written by', 'What it does'],
  MESSAGE_TYPES.map((type) => {
    return [linkTo(type), both(titleOf(type)), sideOf(CHOREOGRAPHY[type].by), both(bodyOf(type).facts.definition)]
  }),
)}`,
})

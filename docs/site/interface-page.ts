/** The interface document of a party to read. */
import type { Adapter } from '#core/adapter.ts'
import { html } from './html.ts'
import { interfaceOf } from './interface.ts'
import { markdown } from './markdown.ts'
import type { Page } from './page.ts'

export const interfacePage = (adapter: Adapter): Page => ({
  file: `interface-${adapter.party}.html`,
  title: `Interface of ${adapter.party}`,
  body: html`<p class="small">The same as Markdown: <a href="interface-${adapter.party}.md">interface-${adapter.party}.md</a></p>
${markdown(interfaceOf(adapter))}`,
})

/** Every file of the published documentation, written when it is asked for. */
import { readFileSync } from 'node:fs'
import { loadAdapters } from '#adapters/load.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { apiPage } from './api-page.ts'
import { articlesPage } from './articles-page.ts'
import { casePage } from './case-page.ts'
import { codesPage } from './codes-page.ts'
import { coveragePage } from './coverage-page.ts'
import { errorsPage } from './errors-page.ts'
import { indexPage } from './index-page.ts'
import { interfaceOf } from './interface.ts'
import { interfacePage } from './interface-page.ts'
import { limitsPage } from './limits-page.ts'
import { openApi } from './openapi.ts'
import { documentOf, type Page } from './page.ts'
import { permittedDataPage } from './permitted-data-page.ts'
import { prosePage } from './prose-page.ts'
import { rulesPage } from './rules-page.ts'
import { typePage } from './type-page.ts'
import { typesPage } from './types-page.ts'

type Writer = () => string

const page =
  (of: () => Page): Writer =>
  () =>
    documentOf(of())

const adapters = [...(await loadAdapters()).values()]

/** By file name; all lie in one folder, beside the folder `schemas` of the published files. */
export const SITE: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['index.html', page(indexPage)],
  ['case.html', page(casePage)],
  ['types.html', page(typesPage)],
  ['codes.html', page(codesPage)],
  ['rules.html', page(rulesPage)],
  ['limits.html', page(limitsPage)],
  ['articles.html', page(articlesPage)],
  ['permitted-data.html', page(permittedDataPage)],
  ['api.html', page(apiPage)],
  ['errors.html', page(errorsPage)],
  ['coverage.html', page(() => coveragePage(adapters))],
  ...adapters.flatMap((adapter) => [
    [`interface-${adapter.party}.html`, page(() => interfacePage(adapter))] as const,
    [`interface-${adapter.party}.md`, () => interfaceOf(adapter)] as const,
  ]),
  ...['signing', 'receipts', 'versioning', 'missions'].map((name) => [`${name}.html`, page(() => prosePage(name))] as const),
  ...MESSAGE_TYPES.map((type) => [`${type}.html`, page(() => typePage(type))] as const),
  ['openapi.json', () => `${JSON.stringify(openApi(), null, 2)}\n`],
  ['style.css', () => readFileSync(new URL('style.css', import.meta.url), 'utf8')],
])

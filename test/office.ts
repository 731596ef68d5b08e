import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { checksumLine, fileNameOf } from '#adapters/wire/file-names.ts'
import type { DocumentKind, SignedDocument } from '#core/message.ts'
import { sha256Hex } from '#core/signature/digest.ts'

/** A party at its own server: writes under another name first, and the checksum last. */
export function officeIn(folder: string) {
  const names = (of: string): readonly string[] => (existsSync(join(folder, of)) ? readdirSync(join(folder, of)) : [])
  const put = (file: string, content: string | Uint8Array): void => {
    writeFileSync(join(folder, `.${file}.part`), content)
    renameSync(join(folder, `.${file}.part`), join(folder, 'in', file))
  }
  const read = (path: string): Buffer => readFileSync(join(folder, path))
  return {
    names,
    put,
    read,
    drop: ({ mediaType, bytes, signature }: SignedDocument, name: string, kind: DocumentKind = 'Message'): string => {
      const file = fileNameOf(name, kind, mediaType)
      if (signature !== undefined) put(`${file}.jws`, signature)
      put(file, bytes)
      put(`${file}.sha256`, checksumLine(sha256Hex(bytes), file))
      return file
    },
    /** What the hub has put there and vouches for with a checksum. */
    whole: (kind: string): readonly string[] =>
      names('out')
        .filter((one) => one.includes(`.${kind}.`) && one.endsWith('.sha256'))
        .map((one) => one.slice(0, -'.sha256'.length)),
    taken: async (file: string): Promise<SignedDocument> => {
      execFileSync('sha256sum', ['--check', '--strict', `${file}.sha256`], { cwd: join(folder, 'out') })
      const signature = names('out').includes(`${file}.jws`) ? String(read(`out/${file}.jws`)) : undefined
      const document: SignedDocument = {
        mediaType: file.endsWith('.xml') ? 'application/xml' : 'application/json',
        bytes: read(`out/${file}`),
        signature,
      }
      for (const ending of ['', '.jws', '.sha256']) rmSync(join(folder, 'out', `${file}${ending}`), { force: true })
      return document
    },
    /** The hub is through with a file. */
    done: (file: string, where = 'done') => expect.poll(() => names(where), { timeout: 10_000 }).toContain(`${file}.sha256`),
  }
}

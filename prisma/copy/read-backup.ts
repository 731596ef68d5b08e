/** A backup read from its file, table by table, and held against what it says of itself. */
import { PlainError } from '#core/plain-error.ts'
import { type Backup, type BackupEnd, type BackupHead, FORMAT } from './backup.ts'
import { damaged, type Frame, readFrames } from './frames.ts'
import { counting, drained, sameTally, type Tally } from './tally.ts'

export interface BackedUpTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** Does something with the rows of a table; all of them must be read. */
export type TakeTable = (table: BackedUpTable, rows: AsyncIterable<Uint8Array>) => Promise<unknown>

/** Throws a PlainError where the file is no backup, is not whole, is not what it says, or was made by a newer program. */
export async function readBackup(
  file: string,
  take: TakeTable = (_, rows) => drained(rows),
  begin: (head: BackupHead) => Promise<void> = async () => {},
): Promise<Backup> {
  const frames = readFrames(file)
  const found: Record<string, Tally> = {}
  let frame = await next(frames)
  const head = headIn(frame, file)
  await begin(head)
  for (frame = await next(frames); frame?.kind === 'T'; ) {
    const { table, columns } = JSON.parse(frame.content.toString()) as { readonly table: string; readonly columns: readonly string[] }
    const rows = async function* (): AsyncGenerator<Uint8Array> {
      for (frame = await next(frames); frame?.kind === 'R'; frame = await next(frames)) yield frame.content
    }
    const counted = counting()
    await take({ name: table, columns }, counted.of(rows()))
    found[table] = counted.tally()
  }
  if (frame?.kind !== 'E') throw damaged(file)
  const end = JSON.parse(frame.content.toString()) as BackupEnd
  const names = Object.keys({ ...found, ...end.tables })
  if ((await next(frames)) || !names.every((name) => sameTally(found[name], end.tables[name]))) throw damaged(file)
  return { ...head, ...end }
}

async function next(frames: AsyncGenerator<Frame>): Promise<Frame | undefined> {
  const { value, done } = await frames.next()
  return done ? undefined : value
}

function headIn(frame: Frame | undefined, file: string): BackupHead {
  if (frame?.kind !== 'H') throw damaged(file)
  const head = JSON.parse(frame.content.toString()) as BackupHead
  if (head.korpu !== 'backup') throw damaged(file)
  if (head.format === FORMAT) return head
  throw new PlainError(
    `${file} has format ${head.format}; this version of the program reads format ${FORMAT}.`,
    'Restore it with the version of the program that made it, or a later one.',
  )
}

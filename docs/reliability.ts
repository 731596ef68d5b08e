/** The page about what was tried to break the hub, with figures from the results of the runs. */
import { AWAITS } from '#test/crash/awaits.ts'
import { type Result, readResults, readWeeks, type WeekResult } from '#test/crash/results.ts'
import { PROMISES } from '#test/crash/verdict.ts'
import { WEEKLY } from '#test/crash/week.ts'

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string

const TROUBLES = {
  stuck: 'a case that could not go on, or a delivery that was never settled',
  fallen: 'a hub that ended for a reason of its own',
  audit: 'a chain of the audit trail that does not hold',
}
const CLASSES = { ...PROMISES, ...TROUBLES }

const WEEK_CLASSES = { ...PROMISES, ...WEEKLY }

const LIVED = ['messages', 'takings', 'attempts', 'expired', 'breakers'] as const satisfies readonly (keyof WeekResult)[]

const sum = <One>(results: readonly One[], of: (result: One) => number): string =>
  String(results.reduce((total, result) => total + of(result), 0))

const perMode = (results: readonly Result[], row: (of: readonly Result[]) => readonly string[]): readonly (readonly string[])[] =>
  [...Map.groupBy(results, ({ mode }) => mode)].map(([mode, of]) => [mode, ...row(of)])

const spanOf = (results: readonly Pick<Result, 'date'>[]): string => {
  const days = results.map(({ date }) => date.slice(0, 10)).toSorted()
  return [...new Set([days[0], days.at(-1)])].join(' to ')
}

export function reliabilityPage(note: string, table: Table, results = readResults(), weeks = readWeeks()): string {
  const kinds = [...new Set(results.flatMap(({ disasters }) => Object.keys(disasters)))].toSorted()
  return `# Reliability

${note}

What the hub has receipted arrives, once, in the order of its conversation, however often anything is killed. This page says how that is tried, how to try it again, and what came of it.

## What is tried

\`npm run test:crash\` starts a hub and plays the cases of the demo through it without end: messages in XML and JSON, national dialects, copies, answers, receipts at once and later, doors and mailboxes, notices of the hub. Meanwhile

- **hub processes are killed** with SIGKILL: at random moments, while they start, and at every await of the flows that leaves the process (before a statement is sent, while it is under way, after it was carried out and before anybody knows; at four moments
  of a push, when a request arrives, when an answer leaves, when a letter comes from the broker, goes there, is confirmed and is let go). What lies between two of these changes nothing outside the process;
- **PostgreSQL is killed** with all its children, or restarted; so is **RabbitMQ**;
- **the network** between partners and hub, hub and partners, hub and database, hub and broker is cut, slowed and silenced for up to 1.2 s at a time;
- **partners** fail before or after they have taken a message, hang for longer than the hub waits, answer late, answer with a true receipt for another delivery, and hang up after they have read: a quarter of all takings.

Two modes: \`embedded\` is one process with its own PostgreSQL; \`scaled\` is two processes on one PostgreSQL server and one RabbitMQ, behind one address. There the party to whom every story leads (\`az-sms\`) has queues. Rounds in which nothing struck RabbitMQ
were run before it was part of this.

Then the weather is calm, every message is sent once more (the answer must be the first receipt, byte for byte), and what was promised is compared with what partners took and with the hub's own books. Any of these ends the run with 1:

${table(
  ['class', 'means'],
  Object.entries(CLASSES).map(([name, means]) => [name, means]),
)}

**A week** passes in a minute: the hub's clock is moved on in steps of ten minutes while cases flow, and while partners go away for up to 31 hours (deliveries are valid for 24), ask to be left alone, owe receipts, sign receipts for other bytes, and answer
without any. In memory and on PostgreSQL, in turn; one of each is part of \`npm test\` (on PostgreSQL two days of it). The same classes are counted, and besides:

${table(
  ['class', 'means'],
  Object.entries(WEEKLY).map(([name, means]) => [name, means]),
)}

## How to repeat it

\`\`\`sh
npm run test:crash -- --mode embedded --kills 500 --resume
npm run test:crash -- --mode scaled --kills 500 --resume
npm run test:crash -- --mode scaled --kills 20 --seed 7
npm run test:crash -- --mode week --weeks 20 --resume
\`\`\`

\`--resume\` appends each round of 50 kills, and each week, to \`docs/reliability.jsonl\` and does what is missing there; \`--minutes\` ends earlier. The same seed makes the same plans; moments are as alike as a machine can repeat itself. 20 kills, 10 in each mode, are part of
\`npm test\`.

## Results

${results.length === 0 ? 'None yet.' : ''}${table(
  ['mode', 'rounds', 'when', 'kills', 'of these at an await', 'messages receipted', 'messages taken', ...Object.keys(CLASSES)],
  perMode(results, (of) => [
    String(of.length),
    spanOf(of),
    sum(of, ({ kills }) => kills),
    sum(of, ({ awaits }) => Object.values(awaits).reduce((total, count) => total + count, 0)),
    sum(of, ({ messages }) => messages),
    sum(of, ({ takings }) => takings),
    ...Object.keys(CLASSES).map((name) => sum(of, ({ verdict }) => verdict[name as keyof typeof CLASSES])),
  ]),
)}

${results
  .filter(({ remark }) => remark !== undefined)
  .map(({ mode, seed, remark }) => `- Round of seed ${seed}, ${mode}: ${remark}\n`)
  .join('')}
### What struck besides

${table(
  ['mode', ...kinds],
  perMode(results, (of) => kinds.map((kind) => sum(of, ({ disasters }) => disasters[kind] ?? 0))),
)}

### Weeks

${table(
  ['store', 'weeks', 'when', ...LIVED, ...Object.keys(WEEK_CLASSES)],
  [...Map.groupBy(weeks, ({ store }) => store)].map(([store, of]) => [
    store,
    String(of.length),
    spanOf(of),
    ...LIVED.map((name) => sum(of, (one) => one[name])),
    ...Object.keys(WEEK_CLASSES).map((name) => sum(of, ({ verdict }) => verdict[name as keyof typeof WEEK_CLASSES])),
  ]),
)}

### Kills at each await

${table(
  ['await', ...Map.groupBy(results, ({ mode }) => mode).keys()],
  AWAITS.map((at) => [at, ...[...Map.groupBy(results, ({ mode }) => mode).values()].map((of) => sum(of, ({ awaits }) => awaits[at] ?? 0))]),
)}
`
}

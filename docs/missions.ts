/** The page on missions: every code, its seat, and how sure it is. */
import { MISSIONS, MISSIONS_VERSION } from '#schemas/missions/missions.ts'

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string

export const missionsPage = (note: string, table: Table): string => `# Missions

${note}

A ministry of foreign affairs is one party; the mission that is meant stands in the body, since version 1.1: \`mission\` of interview-request, travel-document-request and travel-document-renewal is the one that is asked, in the answers the one that answers.
A code is whose mission it is (ISO 3166-1 alpha-3), a hyphen, and the UN/LOCODE of its seat. The list is data with a version of its own, in \`schemas/missions.json\` too; a code that is not in it is flagged (\`mission-known\`), never refused.

Version ${MISSIONS_VERSION}. Confidence: **V** read at the mission itself, **GK** general knowledge, unverified.

${table(
  ['code', 'seat', 'yerləşdiyi yer', 'confidence', 'source'],
  Object.entries(MISSIONS).map(([code, { seat, confidence, source }]) => [`\`${code}\``, ...seat, confidence, source]),
)}
`

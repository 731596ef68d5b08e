import type { Pool } from 'pg'
import type { Reading } from '#core/console/reading.ts'
import { deadlineCounts, deadlines, dueDays } from './deadlines.ts'
import { jobs } from './jobs.ts'
import { find, messageSheet } from './message.ts'
import { arrivals, countMessages, messages } from './messages.ts'
import { standing } from './standing.ts'

/** What operators read, on PostgreSQL. */
export function postgresReading(pool: Pool): Reading {
  return {
    ...jobs(pool),
    standing: (now) => standing(pool, now),
    messages: (filter, asked) => messages(pool, filter, asked),
    countMessages: (filter) => countMessages(pool, filter),
    message: (messageId, from) => messageSheet(pool, messageId, from),
    find: (id) => find(pool, id),
    arrivals: (from, before) => arrivals(pool, from, before),
    deadlines: (filter, asked, now) => deadlines(pool, filter, asked, now),
    deadlineCounts: (party, now) => deadlineCounts(pool, party, now),
    dueDays: (from, before) => dueDays(pool, from, before),
  }
}

/**
 * What the hub tells by itself: one stream of server-sent events with counts and ids, never data. Each event makes the pages ask again for what
 * it is about. While the stream is lost they ask every 15 seconds instead.
 */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useMemo, useState } from 'react'

const POLL_MS = 15_000

export interface Live {
  readonly connected: boolean
  /** How many messages came since somebody last looked. */
  readonly fresh: number
  readonly seen: () => void
}

export const LiveContext = createContext<Live>({ connected: false, fresh: 0, seen: () => undefined })
export const useLive = (): Live => use(LiveContext)

/** What pages show of the state of now: asked again with every tick. Lists are not among them: rows do not move under a hand. */
const ALIVE = ['overview', 'charts', 'exchange', 'parties', 'replay', 'replays', 'approvals', 'message']

export function useLiveStream(): Live {
  const queries = useQueryClient()
  const [connected, setConnected] = useState(true)
  const [fresh, setFresh] = useState(0)
  useEffect(() => {
    const refresh = (): void => {
      for (const name of ALIVE) void queries.invalidateQueries({ queryKey: [name] })
    }
    const source = new EventSource('/api/events')
    source.addEventListener('open', () => setConnected(true))
    source.addEventListener('error', () => setConnected(false))
    source.addEventListener('tick', refresh)
    source.addEventListener('messages.changed', (event) => {
      setFresh((now) => now + countOf(event))
      refresh()
    })
    source.addEventListener('alert', () => void queries.invalidateQueries({ queryKey: ['alerts'] }))
    source.addEventListener('session.ending', () => void queries.invalidateQueries({ queryKey: ['me'] }))
    const polling = setInterval(() => source.readyState !== EventSource.OPEN && refresh(), POLL_MS)
    return () => {
      clearInterval(polling)
      source.close()
    }
  }, [queries])
  return useMemo(() => ({ connected, fresh, seen: () => setFresh(0) }), [connected, fresh])
}

function countOf(event: MessageEvent<string>): number {
  const said: unknown = JSON.parse(event.data)
  return typeof said === 'object' && said !== null && 'count' in said && typeof said.count === 'number' ? said.count : 1
}

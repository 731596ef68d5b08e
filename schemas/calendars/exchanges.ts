/** Days that a state freed or worked by decision: exchanged rest days, days of elections, days given once. A year that is here was announced. */

interface Exchange {
  /** Working days that became free. */
  readonly off: readonly string[]
  /** Free days, mostly Saturdays, that were worked. */
  readonly on: readonly string[]
  readonly source: string
}

const LIBRARY = 'as the library holidays 0.105 (Python) cites it'

/** By ISO 3166-1 alpha-3 code and year. */
export const EXCHANGES: { readonly [state: string]: { readonly [year: number]: Exchange } } = {
  AZE: {
    2024: {
      off: ['2024-01-03', '2024-01-04', '2024-01-05', '2024-02-07', '2024-04-12', '2024-11-12', '2024-11-13', '2024-12-30'],
      on: ['2024-01-07', '2024-04-06', '2024-11-16', '2024-11-23', '2024-12-28', '2024-12-29'],
      source: 'Decisions of the Cabinet of Ministers on exchanged days; election day: Electoral Code, article 8.2',
    },
    2025: {
      off: ['2025-01-03', '2025-01-29', '2025-03-27', '2025-03-28', '2025-06-27'],
      on: ['2025-03-10', '2025-04-01', '2025-06-21'],
      source: `Decisions of the Cabinet of Ministers on exchanged days; 27 June ${LIBRARY}; election day: Electoral Code, article 8.2`,
    },
    2026: { off: [], on: [], source: 'Cabinet of Ministers, 12.2025: the feasts; no exchange was read' },
  },
  BGR: {
    2025: { off: ['2025-12-31'], on: [], source: `Introduction of the euro, ${LIBRARY}` },
    2026: { off: ['2026-01-02'], on: [], source: `Introduction of the euro, ${LIBRARY}` },
  },
  GRC: { 2024: { off: ['2024-05-07'], on: ['2024-05-01'], source: `May Day was moved out of Holy Week, ${LIBRARY}` } },
  HUN: {
    2024: {
      off: ['2024-08-19', '2024-12-24', '2024-12-27'],
      on: ['2024-08-03', '2024-12-07', '2024-12-14'],
      source: `Decree 15/2023 of the Minister for National Economy, ${LIBRARY}`,
    },
    2025: {
      off: ['2025-05-02', '2025-10-24', '2025-12-24'],
      on: ['2025-05-17', '2025-10-18', '2025-12-13'],
      source: `Decree 11/2024 of the Minister for National Economy, ${LIBRARY}`,
    },
    2026: {
      off: ['2026-01-02', '2026-08-21', '2026-12-24'],
      on: ['2026-01-10', '2026-08-08', '2026-12-12'],
      source: `Decree 10/2025 of the Minister for National Economy, ${LIBRARY}`,
    },
  },
  LVA: {
    2024: { off: ['2024-12-23', '2024-12-30'], on: ['2024-12-14', '2024-12-28'], source: `Cabinet of Ministers, ${LIBRARY}` },
    2025: { off: ['2025-05-02', '2025-11-17'], on: ['2025-05-10', '2025-11-08'], source: `Cabinet of Ministers, ${LIBRARY}` },
    2026: { off: ['2026-01-02', '2026-06-22'], on: ['2026-01-17', '2026-06-27'], source: `Cabinet of Ministers, ${LIBRARY}` },
  },
}

/** The ids of nodes: given once, used by every output. Numbers count from 1. */
export const headingId = (n: number): string => `h-${String(n).padStart(2, '0')}`
export const paragraphId = (n: number): string => `p-${String(n).padStart(3, '0')}`
export const narrationId = (n: number): string => `n-${String(n).padStart(3, '0')}`
export const figureId = (n: number): string => `figure-${String(n).padStart(2, '0')}`
export const dialogueId = (n: number): string =>
  n === 1 ? 'transcript' : `transcript-${n}`
export const turnId = (n: number): string => `turn-${String(n).padStart(3, '0')}`
export const utteranceId = (turn: string, n: number): string => `${turn}-u${n}`
/** Id of a speaker known from the labels of one article alone. */
export const localSpeakerId = (n: number): string =>
  `speaker-${String(n).padStart(2, '0')}`
/** In files of the whole edition a node's id stands behind its article's. */
export const editionId = (slug: string, id: string): string => `${slug}.${id}`

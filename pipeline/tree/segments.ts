/** A segment of a text, where it begins, and whether it is a word. */
export interface Segment {
  readonly segment: string
  readonly index: number
  readonly isWordLike: boolean
}

/** Code units that are segmented at once: `Intl` takes time by the square of the segments of what it is handed. */
const windowLength = 4096

/**
 * The segments of a text, as the segmenter gives them, in time that grows with the text. Windows end before a segment
 * that is no word, some way before their end, so that none is parted that what follows would join.
 */
export function* segmentsOf(text: string, segmenter: Intl.Segmenter): Generator<Segment> {
  let size = windowLength
  for (let from = 0; from < text.length; ) {
    const isLast = from + size >= text.length
    const segments = [...segmenter.segment(text.slice(from, from + size))]
    const end = isLast ? segments.length : cutOf(segments)
    if (end === 0) {
      size *= 2
      continue
    }
    for (const {segment, index, isWordLike = false} of segments.slice(0, end))
      yield {segment, index: from + index, isWordLike}
    from += segments[end]?.index ?? size
    size = windowLength
  }
}

/** How many segments of a window count; none, where it is too small to tell. */
function cutOf(segments: readonly Intl.SegmentData[]): number {
  const safe = segments.slice(0, -3)
  const gap = safe.findLastIndex(({isWordLike}) => !isWordLike)
  return gap > 0 ? gap : Math.max(0, segments.length - 3)
}

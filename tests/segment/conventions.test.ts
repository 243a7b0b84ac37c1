import {expect, test} from 'vitest'
import {turns} from '../../pipeline/tree/walk.ts'
import {readGold} from '../../tools/eval-gold.ts'
import {treeOf} from '../../tools/eval-score.ts'

const folder = new URL('../eval/dialogue/', import.meta.url).pathname
/** Turns that are known to be missed, so that no more are. */
const missed: Readonly<Record<string, number>> = {'en-screenplay': 1}

test.each(readGold(folder).map((gold) => [gold.id, gold] as const))(
  '%s: every turn starts where the reader marked it, and none elsewhere',
  (id, {text, turns: marked}) => {
    const article = treeOf(text)
    const found = article ? turns(article).map((turn) => turn.position.start.offset) : []
    const starts = marked.map(({start}) => start)
    if (missed[id] === undefined) expect(found).toEqual(starts)
    else {
      expect(starts).toEqual(expect.arrayContaining(found))
      expect(found.length).toBeGreaterThanOrEqual(starts.length - missed[id])
    }
  }
)

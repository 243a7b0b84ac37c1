import {expect, test} from 'vitest'
import {turns} from '../../pipeline/tree/walk.ts'
import {readGold} from '../../tools/eval-gold.ts'
import {treeOf} from '../../tools/eval-score.ts'

const folder = new URL('../eval/dialogue/', import.meta.url).pathname

test.each(readGold(folder).map((gold) => [gold.id, gold] as const))(
  '%s: every turn starts where the reader marked it, and none elsewhere',
  (_, {text, turns: marked}) => {
    const article = treeOf(text)
    const found = article ? turns(article).map((turn) => turn.position.start.offset) : []
    expect(found).toEqual(marked.map(({start}) => start))
  }
)

import {expect, test} from 'vitest'
import {segmentsOf} from '../../pipeline/tree/segments.ts'

const segmenter = new Intl.Segmenter('und', {granularity: 'word'})

test.each([
  ['words of any length', 'a'.repeat(20_000)],
  ['signs alone', '<>'.repeat(3_000)],
  ['words that an apostrophe joins', "it's o'clock, ".repeat(500)],
  ['marks that join what stands before them', 'a\u0301.\u0301 '.repeat(1_500)],
  ['characters of two halves', '😀a'.repeat(2_500)],
  ['Arabic', 'قال الوزير، إنّ الميناء «مفتوح». '.repeat(200)],
  ['Chinese', '港口在洪水之后关闭，船员们留在镇上。'.repeat(300)],
  ['Japanese', '港は洪水の後に閉まり、船員は町に残った。'.repeat(300)],
  ['Thai', 'เรือเข้าท่าหลังจากสองเดือน และลูกเรืออยู่ในเมือง '.repeat(150)]
])('a long text is segmented as a whole one is: %s', (_name, text) => {
  const whole = [...segmenter.segment(text)].map(({index, isWordLike}) => [
    index,
    isWordLike
  ])
  const found = [...segmentsOf(text, segmenter)].map(({index, isWordLike}) => [
    index,
    isWordLike
  ])
  expect(found).toEqual(whole)
})

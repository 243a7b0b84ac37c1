import {expect, test} from 'vitest'
import {lightStem, searchWords} from '../../pipeline/language/search.ts'

const stems = (text: string): string[] =>
  [...searchWords(text)].map(({key}) => lightStem(key))

/** What is typed, and what stands in the text. */
test.each([
  ['اكثر', 'أكثر'],
  ['الان', 'الآن'],
  ['إتفاق', 'اتفاق'],
  ['مدرسة', 'مَدْرَسَةٌ'],
  ['سلام', 'ســـلام'],
  ['خطه', 'خطة'],
  ['مستشفي', 'مستشفى'],
  ['مسؤول', 'مسئول'],
  ['شؤون', 'شئون'],
  ['سياسات', 'والسياسات'],
  ['قمة', 'بالقمة'],
  ['اتفاق', 'الاتفاق'],
  ['رئيس', 'للرئيس'],
  ['سياسي', 'سياسيون'],
  ['مفاوض', 'المفاوضين'],
  ['شكرا', 'شكراً'],
  ['عربية', 'روسية–عربية'],
  ['صديق', 'كـ”صديق”'],
  ['لقاء', 'لقاءات'],
  ['قرار', 'القرارات'],
  ['١٤', '14']
])('%s finds %s', (typed, printed) => {
  expect(stems(printed)).toEqual(expect.arrayContaining(stems(typed)))
})

test.each([
  ['علم', 'عالم'],
  ['سلام', 'سلم'],
  ['حرب', 'حزب'],
  ['ولد', 'لد']
])('%s does not find %s', (typed, printed) => {
  expect(stems(printed)).not.toEqual(expect.arrayContaining(stems(typed)))
})

test('a word has its place in the text, signs and all', () => {
  const text = 'قال: «مَدْرَسَةٌ» ثم مضى'
  const places = [...searchWords(text)].map(({start, end}) => text.slice(start, end))
  expect(places).toEqual(['قال', 'مَدْرَسَةٌ', 'ثم', 'مضى'])
})

test('accents and case fall away in other scripts, and scripts without spaces go by pairs', () => {
  expect(stems('Élève ÜBER שָׁלוֹם')).toEqual(['eleve', 'uber', 'שלום'])
  expect(stems('北京大学')).toEqual(['北京', '京大', '大学'])
})

import {expect, test} from 'vitest'
import {passageLanguage} from '../../pipeline/annotate/passages.ts'
import {articlePage} from '../../pipeline/site/article.ts'
import {processText} from '../support/edition.ts'

test('a passage in another script has a language of its own, or none that is guessed', () => {
  const english =
    'The harbour master said that the pier belongs to the people who repair it, and that nobody had called her about the plan to sell it.'
  expect(passageLanguage(english, 'ar')).toBe('en')
  expect(passageLanguage('United Nations Assembly', 'ar')).toBe('und-Latn')
  expect(passageLanguage(english, 'en')).toBeUndefined()
  expect(passageLanguage('وصلت السفينة إلى ميناء المدينة', 'ar')).toBeUndefined()
  expect(passageLanguage('NATO و EU', 'ar')).toBeUndefined()
})

test('the page gives such a passage its language and direction', () => {
  const {article, edition} = processText(`سفينة البحوث تصل إلى الميناء
5 مارس 2024

وصلت سفينة البحوث «الأمل» إلى ميناء المدينة أمس، بعد رحلة استمرت شهرين في البحر الأحمر.

The harbour master said that the pier belongs to the people who repair it, and that nobody had called her about the plan.

وقال الربّان إن الطاقم جمع عينات من المياه والرمال.
`)
  const [page] = articlePage.article?.(article, edition) ?? []
  expect(String(page?.bytes)).toContain('<p id="p-002" lang="en" dir="ltr">')
})

import {expect, test} from 'vitest'
import {plainText} from '../../pipeline/write/plain-text.ts'
import {printNastyArticle} from './nasty-article.ts'
import {bareEdition} from './page.ts'

test('article.txt has the masthead, the paragraphs, and every turn behind the full name of its speaker', () => {
  const {article} = printNastyArticle('nasty')
  const files = plainText.article?.(article, bareEdition)
  expect(files).toEqual([
    {
      path: 'articles/nasty/article.txt',
      bytes: `=HYPERLINK("x"), "قال 𞸀"

😀 14 أكتوبر 2025

-1+1 😀, \u2067نص\u2069 في أكتوبر عند حدّاد 𝟙.

سطر\tأول "بعلامتي" اقتباس«𐎀 نعم»

نص المقابلة 🎙

نورا حدّاد: هل 😀 "تسمعني"؟

سامي 𞸀: @نعم، نورا (يضحك 😀)

+فقرة ثانية 𐎀 بعد “سطر”

نورا حدّاد:

صوت من القاعة؟ (تصفيق)

سامي 𞸀: \u2066ok\u2069, ok

سامي 𞸀: تابع
`
    }
  ])
})

test('article.txt names what the masthead does not print by its value', () => {
  const {article} = printNastyArticle('nasty')
  const rule = 'source/collection'
  const publisher = {
    value: {id: 'press', name: 'الصحافة'},
    basis: 'declared' as const,
    rule
  }
  const metadata = {publisher: [publisher], inLanguage: [{...publisher, value: 'ar'}]}
  const bare = {...article, metadata, children: []}
  expect(plainText.article?.(bare, bareEdition)[0]?.bytes).toBe('الصحافة\n')
})

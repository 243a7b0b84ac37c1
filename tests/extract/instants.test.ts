import {expect, test} from 'vitest'
import {extractPage} from '../../pipeline/extract/index.ts'

/** What a page says of its time, the language it is in, and the instant: one with `Z`, a clock without a zone as it is. */
type Told = readonly [head: string, body: string, instant: string, lang?: string]

const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${content}">`
const linked = (datePublished: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify({'@type': 'NewsArticle', headline: 'A ship comes home', datePublished})}</script>`

const pages: readonly Told[] = [
  [linked('2024-03-05T14:30:00Z'), '', '2024-03-05T14:30Z'],
  [linked('2024-03-05T14:30:00+02:00'), '', '2024-03-05T12:30Z'],
  [linked('2024-03-05T14:30+0530'), '', '2024-03-05T09:00Z'],
  [linked('2024-03-05T14:30:00.123-05:00'), '', '2024-03-05T19:30Z'],
  [linked('2024-03-05T14:30:00+02'), '', '2024-03-05T12:30Z'],
  [linked('2024-03-05 14:30:00'), '', '2024-03-05T14:30'],
  [linked('20240305T143000Z'), '', '2024-03-05T14:30Z'],
  [linked('20240305T143000+0200'), '', '2024-03-05T12:30Z'],
  [linked('20240305T1430'), '', '2024-03-05T14:30'],
  [linked(1709649000), '', '2024-03-05T14:30Z'],
  [linked('1709649000000'), '', '2024-03-05T14:30Z'],
  [linked('Tue, 05 Mar 2024 14:30:00 GMT'), '', '2024-03-05T14:30Z'],
  [linked('Tue, 05 Mar 2024 14:30:00 +0200'), '', '2024-03-05T12:30Z'],
  [linked('Tue Mar 05 2024 14:30:00 GMT+0200 (EET)'), '', '2024-03-05T12:30Z'],
  [linked('Tue Mar 05 14:30:00 UTC 2024'), '', '2024-03-05T14:30Z'],
  [linked('March 5, 2024 2:30 PM EST'), '', '2024-03-05T19:30Z'],
  [meta('article:published_time', '2024-03-05T14:30:00+03:00'), '', '2024-03-05T11:30Z'],
  [meta('parsely-pub-date', '2024-03-05T14:30Z'), '', '2024-03-05T14:30Z'],
  [meta('sailthru.date', '2024-03-05 14:30:00 -0500'), '', '2024-03-05T19:30Z'],
  [meta('date', '2024-03-05T14:30:00 CET'), '', '2024-03-05T13:30Z'],
  [meta('pubdate', '1709649000'), '', '2024-03-05T14:30Z'],
  [meta('DC.date.issued', '2024-03-05T14:30:00+01:00'), '', '2024-03-05T13:30Z'],
  ['', '<time datetime="2024-03-05T14:30:00-08:00">5 March</time>', '2024-03-05T22:30Z'],
  ['', '<time datetime="2024-03-05T14:30">5 March</time>', '2024-03-05T14:30'],
  [
    '',
    '<time itemprop="datePublished" content="2024-03-05T14:30:00Z">5 March 2024</time>',
    '2024-03-05T14:30Z'
  ],
  ['', '<p>Published 5 March 2024 14:30 GMT</p>', '2024-03-05T14:30Z'],
  ['', '<p>13 Jan 2024, 22:11 GMT+10</p>', '2024-01-13T12:11Z'],
  ['', '<p>Mar 5, 2024 at 2:30 p.m. UTC</p>', '2024-03-05T14:30Z'],
  ['', '<p>Mar 5, 2024, 2:30 PM ET</p>', '2024-03-05T19:30Z'],
  ['', '<p>July 5, 2024, 2:30 PM ET</p>', '2024-07-05T18:30Z'],
  ['', '<p>March 10, 2024, 4:00 AM ET</p>', '2024-03-10T08:00Z'],
  ['', '<p>November 3, 2024, 4:00 AM ET</p>', '2024-11-03T09:00Z'],
  ['', '<p>5. März 2024, 14:30 Uhr MEZ</p>', '2024-03-05T13:30Z', 'de'],
  ['', '<p>5. Juli 2024, 14:30 Uhr MESZ</p>', '2024-07-05T12:30Z', 'de'],
  ['', '<p>05.03.2024, 14:30 Uhr</p>', '2024-03-05T14:30', 'de'],
  ['', '<p>5 mars 2024 à 14h30</p>', '2024-03-05T14:30', 'fr'],
  ['', '<p>5 de marzo de 2024 a las 14:30</p>', '2024-03-05T14:30', 'es'],
  ['', '<p>5 de março de 2024 às 14h30</p>', '2024-03-05T14:30', 'pt'],
  ['', '<p>5 марта 2024, 14:30</p>', '2024-03-05T14:30', 'ru'],
  ['', '<p>5 марта 2024, 14:30 МСК</p>', '2024-03-05T11:30Z', 'ru'],
  ['', '<p>٥ مارس ٢٠٢٤ - ١٤:٣٠ بتوقيت غرينتش</p>', '2024-03-05T14:30Z', 'ar'],
  ['', '<p>5 آذار 2024 - 02:30 مساءً</p>', '2024-03-05T14:30', 'ar'],
  ['', '<p>۱۵ اسفند ۱۴۰۲ - ۱۴:۳۰</p>', '2024-03-05T14:30', 'fa'],
  ['', '<p>5 Mart 2024 14:30</p>', '2024-03-05T14:30', 'tr'],
  ['', '<p>2024年3月5日 14:30</p>', '2024-03-05T14:30', 'ja'],
  ['', '<p>2024年3月5日 午後2時30分</p>', '2024-03-05T14:30', 'ja'],
  ['', '<p>2024-03-05 14:30</p>', '2024-03-05T14:30', 'zh'],
  ['', '<p>2024.03.05. 오후 2:30</p>', '2024-03-05T14:30', 'ko']
]

const texts: Readonly<Record<string, string>> = {
  en: 'The ship came into the harbour after two months at sea, and everybody was on the quay to see her and to greet the crew.',
  de: 'Das Schiff kam nach zwei Monaten auf See in den Hafen, und alle standen am Kai, um es zu sehen und die Mannschaft zu begrüßen.',
  fr: 'Le bateau est rentré au port après deux mois en mer, et tout le monde était sur le quai pour le voir et saluer l’équipage.',
  es: 'El barco volvió al puerto después de dos meses en el mar, y todos estaban en el muelle para verlo y saludar a la tripulación.',
  pt: 'O navio voltou ao porto depois de dois meses no mar, e todos estavam no cais para o ver e para saudar a tripulação.',
  ru: 'Корабль вернулся в порт после двух месяцев в море, и все стояли на причале, чтобы увидеть его и встретить команду.',
  ar: 'عادت السفينة إلى المرفأ بعد شهرين في البحر، وكان الجميع على الرصيف ليروها ويرحبوا بطاقمها الذي طال غيابه.',
  fa: 'کشتی پس از دو ماه به بندر بازگشت و همه در اسکله بودند تا آن را ببینند و به خدمه خوشامد بگویند.',
  tr: 'Gemi denizde geçen iki aydan sonra limana döndü ve herkes onu görmek ve mürettebatı karşılamak için rıhtımdaydı.',
  ja: '船は二か月の航海を終えて港に戻り、人々は岸壁に集まって船と乗組員を迎えた。子どもたちは旗を振り、町の楽隊が演奏した。',
  zh: '这艘船在海上航行了两个月之后回到港口，所有人都站在码头上迎接它和船员。孩子们挥舞着旗子，镇上的乐队奏起了音乐。',
  ko: '배는 두 달 동안의 항해를 마치고 항구로 돌아왔고, 모두가 부두에 나와 배와 선원들을 맞이했다. 아이들은 깃발을 흔들었다.'
}

/** The same minute, in the same zone or in none: one that is stated without a zone must not get one. */
function isSame(found: unknown, instant: string): boolean {
  if (typeof found !== 'string') return false
  const hasZone = /(?:Z|[+-]\d\d:\d\d)$/u.test(found)
  if (!instant.endsWith('Z')) return !hasZone && found.slice(0, 16) === instant
  return hasZone && Math.abs(Date.parse(found) - Date.parse(instant)) < 60_000
}

test('instants are told to the minute, in many vocabularies, zones, scripts and calendars', () => {
  const missed = pages.flatMap(([head, body, instant, lang = 'en']) => {
    const text = `<p>${texts[lang]}</p>`.repeat(3)
    const html = `<!doctype html><html lang=${lang}><title>A ship comes home</title>${head}<article><h1>A ship comes home</h1>${body}${text}</article>`
    const found = extractPage(html).facts.find(({field}) => field === 'datePublished')
    const value = found?.fact.value
    return isSame(value, instant) ? [] : [`${head}${body} ${instant}: ${String(value)}`]
  })
  expect(missed).toEqual([])
})

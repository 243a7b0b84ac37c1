import {expect, test} from 'vitest'
import {extractPage} from '../../pipeline/extract/index.ts'

/** How the press of a country prints who wrote and when, with a sentence of its language. */
interface Style {
  readonly lang: string
  readonly byline: string
  readonly authors: readonly string[]
  readonly day: string
  readonly text: string
}

const styles: readonly Style[] = [
  {
    lang: 'ar',
    byline: '<p>القاهرة - أحمد علي</p><p>الثلاثاء 5 مارس 2024</p>',
    authors: ['أحمد علي'],
    day: '2024-03-05',
    text: 'عادت السفينة إلى المرفأ بعد شهرين في البحر، وكان الجميع على الرصيف ليروها ويرحبوا بطاقمها.'
  },
  {
    lang: 'ar',
    byline: '<p>كتبت: سلمى حسن</p><p>٥ آذار ٢٠٢٤</p>',
    authors: ['سلمى حسن'],
    day: '2024-03-05',
    text: 'قال رئيس المرفأ إن السفينة لم تتأخر، وإن البحارة كلهم بخير وقد عادوا إلى بيوتهم مساء أمس.'
  },
  {
    lang: 'fa',
    byline: '<p>نویسنده: مریم رضایی</p><p>۱۵ اسفند ۱۴۰۲</p>',
    authors: ['مریم رضایی'],
    day: '2024-03-05',
    text: 'کشتی پس از دو ماه به بندر بازگشت و همه در اسکله بودند تا آن را ببینند و به خدمه خوشامد بگویند.'
  },
  {
    lang: 'he',
    byline: '<p>מאת: דנה לוי</p><p>5 במרץ 2024</p>',
    authors: ['דנה לוי'],
    day: '2024-03-05',
    text: 'האונייה חזרה לנמל אחרי חודשיים בים, וכולם עמדו על הרציף כדי לראות אותה ולברך את הצוות.'
  },
  {
    lang: 'tr',
    byline: '<p>Yazar: Ayşe Demir</p><p>05 Mart 2024</p>',
    authors: ['Ayşe Demir'],
    day: '2024-03-05',
    text: 'Gemi denizde geçen iki aydan sonra limana döndü ve herkes onu görmek için rıhtımdaydı.'
  },
  {
    lang: 'ru',
    byline: '<p>Автор: Иван Петров</p><p>5 марта 2024</p>',
    authors: ['Иван Петров'],
    day: '2024-03-05',
    text: 'Корабль вернулся в порт после двух месяцев в море, и все стояли на причале, чтобы увидеть его.'
  },
  {
    lang: 'uk',
    byline: '<p>Олена Коваль, 5 березня 2024</p>',
    authors: [],
    day: '2024-03-05',
    text: 'Корабель повернувся до порту після двох місяців у морі, і всі стояли на причалі, щоб побачити його.'
  },
  {
    lang: 'zh',
    byline: '<p>记者：王小明</p><p>2024年3月5日</p>',
    authors: ['王小明'],
    day: '2024-03-05',
    text: '这艘船在海上航行了两个月之后回到港口，所有人都站在码头上迎接它和船员。孩子们挥舞着旗子。'
  },
  {
    lang: 'ja',
    byline: '<p>取材・文／山田太郎</p><p>2024年3月5日</p>',
    authors: ['山田太郎'],
    day: '2024-03-05',
    text: '船は二か月の航海を終えて港に戻り、人々は岸壁に集まって船と乗組員を迎えた。子どもたちは旗を振った。'
  },
  {
    lang: 'ko',
    byline: '<p>김민수 기자</p><p>2024.03.05.</p>',
    authors: ['김민수'],
    day: '2024-03-05',
    text: '배는 두 달 동안의 항해를 마치고 항구로 돌아왔고, 모두가 부두에 나와 배와 선원들을 맞이했다.'
  },
  {
    lang: 'hi',
    byline: '<p>लेखक: अनिल शर्मा</p><p>5 मार्च 2024</p>',
    authors: ['अनिल शर्मा'],
    day: '2024-03-05',
    text: 'जहाज़ दो महीने समुद्र में रहने के बाद बंदरगाह लौटा, और सब लोग उसे देखने के लिए घाट पर खड़े थे।'
  },
  {
    lang: 'th',
    byline: '<p>โดย: สมชาย ใจดี</p><p>5 มีนาคม 2567</p>',
    authors: ['สมชาย ใจดี'],
    day: '2024-03-05',
    text: 'เรือกลับมาถึงท่าหลังจากอยู่ในทะเลสองเดือน และทุกคนยืนอยู่ที่ท่าเรือเพื่อต้อนรับเรือและลูกเรือ'
  },
  {
    lang: 'es',
    byline: '<p>Por María Gómez</p><p>5 de marzo de 2024</p>',
    authors: ['María Gómez'],
    day: '2024-03-05',
    text: 'El barco volvió al puerto después de dos meses en el mar, y todos estaban en el muelle para verlo.'
  },
  {
    lang: 'pt',
    byline: '<p>Por João Silva e Ana Costa</p><p>5 de março de 2024 às 14h30</p>',
    authors: ['João Silva', 'Ana Costa'],
    day: '2024-03-05',
    text: 'O navio voltou ao porto depois de dois meses no mar, e todos estavam no cais para o ver.'
  },
  {
    lang: 'fr',
    byline: '<p>Par Claire Dubois et Luc Martin</p><p>Publié le 5 mars 2024</p>',
    authors: ['Claire Dubois', 'Luc Martin'],
    day: '2024-03-05',
    text: 'Le bateau est rentré au port après deux mois en mer, et tout le monde était sur le quai.'
  },
  {
    lang: 'de',
    byline: '<p>Von Lena Braun und Jan Vogt</p><p>5. März 2024</p>',
    authors: ['Lena Braun', 'Jan Vogt'],
    day: '2024-03-05',
    text: 'Das Schiff kam nach zwei Monaten auf See in den Hafen, und alle standen am Kai, um es zu sehen.'
  },
  {
    lang: 'it',
    byline: '<p>di Giulia Rossi</p><p>5 marzo 2024</p>',
    authors: ['Giulia Rossi'],
    day: '2024-03-05',
    text: 'La nave è tornata in porto dopo due mesi in mare, e tutti erano sul molo per vederla.'
  },
  {
    lang: 'nl',
    byline: '<p>Door Sanne de Vries</p><p>5 maart 2024</p>',
    authors: ['Sanne de Vries'],
    day: '2024-03-05',
    text: 'Het schip keerde na twee maanden op zee terug in de haven, en iedereen stond op de kade.'
  },
  {
    lang: 'pl',
    byline: '<p>Autor: Anna Kowalska</p><p>5 marca 2024</p>',
    authors: ['Anna Kowalska'],
    day: '2024-03-05',
    text: 'Statek wrócił do portu po dwóch miesiącach na morzu i wszyscy stali na nabrzeżu, żeby go zobaczyć.'
  },
  {
    lang: 'el',
    byline: '<p>Γράφει ο Νίκος Παππάς</p><p>5 Μαρτίου 2024</p>',
    authors: ['Νίκος Παππάς'],
    day: '2024-03-05',
    text: 'Το πλοίο γύρισε στο λιμάνι μετά από δύο μήνες στη θάλασσα, και όλοι στέκονταν στην προβλήτα.'
  },
  {
    lang: 'vi',
    byline: '<p>Tác giả: Nguyễn Minh</p><p>05/03/2024</p>',
    authors: ['Nguyễn Minh'],
    day: '2024-03-05',
    text: 'Con tàu trở về cảng sau hai tháng trên biển, và mọi người đứng trên bến để đón con tàu và thủy thủ.'
  },
  {
    lang: 'id',
    byline: '<p>Penulis: Budi Santoso</p><p>5 Maret 2024</p>',
    authors: ['Budi Santoso'],
    day: '2024-03-05',
    text: 'Kapal itu kembali ke pelabuhan setelah dua bulan di laut, dan semua orang berdiri di dermaga.'
  },
  {
    lang: 'sv',
    byline: '<p>Anna Lind</p><p>5 mars 2024</p>',
    authors: ['Anna Lind'],
    day: '2024-03-05',
    text: 'Skeppet kom tillbaka till hamnen efter två månader till havs, och alla stod på kajen för att se det.'
  },
  {
    lang: 'cs',
    byline: '<p>Autor: Jana Nováková</p><p>5. března 2024</p>',
    authors: ['Jana Nováková'],
    day: '2024-03-05',
    text: 'Loď se po dvou měsících na moři vrátila do přístavu a všichni stáli na nábřeží, aby ji viděli.'
  },
  {
    lang: 'hu',
    byline: '<p>Szerző: Nagy Péter</p><p>2024. március 5.</p>',
    authors: ['Nagy Péter'],
    day: '2024-03-05',
    text: 'A hajó két hónap után visszatért a kikötőbe, és mindenki a rakparton állt, hogy lássa.'
  },
  {
    lang: 'ro',
    byline: '<p>Autor: Maria Popescu</p><p>5 martie 2024</p>',
    authors: ['Maria Popescu'],
    day: '2024-03-05',
    text: 'Vaporul s-a întors în port după două luni pe mare, și toți stăteau pe chei ca să îl vadă.'
  },
  {
    lang: 'ur',
    byline: '<p>تحریر: عائشہ خان</p><p>5 مارچ 2024</p>',
    authors: ['عائشہ خان'],
    day: '2024-03-05',
    text: 'جہاز دو ماہ سمندر میں رہنے کے بعد بندرگاہ واپس آیا اور سب لوگ اسے دیکھنے کے لیے گھاٹ پر کھڑے تھے۔'
  }
]

const page = ({lang, byline, text}: Style): string => {
  const body = `<p>${text}</p>`.repeat(4)
  return `<!doctype html><html lang=${lang}><title>Ship 7 | Paper</title><nav><a href=/a>A</a> <a href=/b>B</a></nav><main><h1>Ship 7</h1>${byline}${body}</main><footer><p>© 2026</p></footer>`
}

test('who wrote and when is read as the press of many countries prints it, without any metadata', () => {
  const missed = styles.flatMap((style) => {
    const {facts} = extractPage(page(style))
    const valuesOf = (field: string): unknown[] =>
      facts
        .filter((each) => each.field === field)
        .map(({fact: {value}}) =>
          typeof value === 'object' && 'name' in value ? value.name : value
        )
    const authors = valuesOf('authors').join(' + ')
    const day = String(valuesOf('datePublished')[0]).slice(0, 10)
    return [
      ...(authors === style.authors.join(' + ')
        ? []
        : [`${style.lang} ${style.authors.join(' + ')}: ${authors}`]),
      ...(day === style.day ? [] : [`${style.lang} ${style.byline}: ${day}`])
    ]
  })
  expect(missed).toEqual([])
})

test('the whole text of each is kept, and nothing else', () => {
  const wrong = styles.flatMap((style) => {
    const {lines, reasons} = extractPage(page(style))
    const kept = lines.filter((_, n) => reasons[n] === null).map(({text}) => text)
    return kept.length === 4 && kept.every((text) => text === style.text)
      ? []
      : [[style.lang, kept.length, ...kept.map((text) => text.slice(0, 30))]]
  })
  expect(wrong).toEqual([])
})

/**
 * What furniture says, by what it is for, in the languages that saved pages are most often in. Words in lower case,
 * `*` stands for any end of a word, `^` for the start of a line. Arabic, Persian and the unspaced scripts are among them.
 */
const phrases = {
  rights:
    'copyright|all rights reserved|alle rechte|tous droits|derechos reservados|direitos reservados|diritti riservati|все права|prawa zastrzeżone|všechna práva|alla rättigheter|alle rechten|tüm hakları|toate drepturile|minden jog|hak cipta|bản quyền|με επιφύλαξη|کلیه حقوق|تمامی حقوق|الحقوق محفوظة|版权所有|著作権|무단전재|כל הזכויות',
  related:
    'related|read more|read also|read next|read the full|see also|recommended|more from|more stories|more on|more news|more coverage|you may like|you may also|you might like|you might also|also read|don t miss|trending|most read|most popular|up next|previous post|previous article|next post|next article|lesen sie|lies auch|mehr zum|mehr zu|mehr aus|mehr von|auch interessant|à lire|lire aussi|voir aussi|lea también|lee también|lee más|leer más|te puede interesar|leia também|leia mais|veja também|leggi anche|potrebbe interessarti|zobacz|czytaj*|čtěte|přečtěte|läs mer|läs också|les også|læs også|lees ook|lees meer|lue myös|ilgili haber*|citește și|citiţi şi|olvassa|baca juga|xem thêm|đọc thêm|διαβάστε|читайте|материалы по теме|читать также|читайте також|اقرأ|إقرأ|اقرا|مواضيع|ذات صلة|شاهد أيضا|بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط|یہ بھی پڑھیں|यह भी पढ़ें|相关阅读|相关新闻|延伸阅读|関連記事|あわせて読みたい|관련기사|קראו גם|อ่านเพิ่มเติม',
  newsletter:
    'newsletter*|subscri*|sign up|signup|abonn*|suscr*|iscriv*|inscrev*|inscriv*|подпис*|підпис*|prenumer*|odebír*|feliratkoz*|abone ol|berlangganan|đăng ký|اشترك|inbox|donat*|support us|support our|become a member|download our|download the app|خبرنامه|عضویت|订阅|訂閱|メルマガ|구독|הירשמו|สมัคร',
  share:
    'share|tweet|facebook|twitter|whatsapp|telegram|linkedin|pinterest|instagram|reddit|teilen|partager|partagez|compart*|condividi|udostępnij|sdílet|dela|del artikel|delen|paylaş|distribuie|megosztás|bagikan|chia sẻ|κοινοποίηση|follow us|follow me|follow him|follow her|copy link|print|drucken|imprimer|imprimir|stampa|поделит*|поділит*|شارك|تابعنا|اشتراک گذاری|分享|シェア|공유|שתפו|แชร์',
  credit:
    'photo*|image|getty|reuters|credit|credits|foto|fotos|picture|bild|bilder|afp|shutterstock|istock|unsplash|courtesy|fotograf*|crédit|crédits|zdjęcie|kuva|фото|צילום|صورة|عکس|φωτογραφία|fotoğraf|图片|写真|사진|ภาพ',
  comment:
    'comment|comments|kommentar*|commentaire*|comentario*|comentários|comentarii|commenti|komentarz*|komentář*|reactie|reacties|kommentit|yorum*|hozzászólás*|komentar|bình luận|σχόλια|reply|replies|antworten|log in|login|sign in|register|anmelden|inloggen|logga in|zaloguj|комментар*|коментар*|تعليق|تعليقات|نظرات|تبصرے|评论|留言|コメント|댓글|תגובות|ความคิดเห็น',
  notice:
    'advertis*|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklama|reklam|annons|advertentie|hirdetés|publicitate|iklan|quảng cáo|διαφήμιση|sponsored|affiliate|cookie|cookies|privacy|consent|datenschutz|terms of|реклама|إعلان|تبلیغ*|广告|広告|광고|פרסומת|โฆษณา',
  byline:
    '^by|^von|^par|^por|^di|^door|^av|^od|^كتب|^كتبت|^بقلم|^автор|author|autor|autora|auteur|autore|written by|updated|published|posted|aktualisiert|veröffentlicht|publié|publicado|pubblicato|opublikowano|zveřejněno|publicerad|gepubliceerd|yayınlanma|δημοσίευση|опубликовано|min read|mins read|minute read|minutes read|lesezeit|staff writer|contributor|correspondent|^نشر|تاریخ انتشار|发布|公開日|입력',
  correction:
    '^correction|^clarification|^editor s note|^update|^note|^disclaimer|^source|^quelle|^fonte|^fuente|^źródło|^kaynak|^bron|^källa|^via|^источник|^джерело|^المصدر|^منبع|^来源|^出典|^출처'
} as const

/** What a line may be for, by its words. */
export type Wording = keyof typeof phrases

interface Phrase {
  readonly bit: number
  /** The words behind the first. */
  readonly rest: readonly string[]
  /** True where it holds only at the start of a line. */
  readonly opens: boolean
}
interface Phrases {
  /** By the first word, and by the first letters of it. */
  readonly begun: ReadonlyMap<string, readonly Phrase[]>
  readonly stems: ReadonlyMap<string, readonly Phrase[]>
  /** Of scripts that part no words. */
  readonly unspaced: readonly (readonly [RegExp, number])[]
}

const names = Object.keys(phrases)
/** The number of things that a line may be for, a bit each. */
export const wordingCount = names.length
const bitOf = (wording: Wording): number => 1 << names.indexOf(wording)
const shortestStem = 4
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

const known: Phrases = readPhrases()
/** What the words met so far may begin. */
const met = new Map<string, readonly Phrase[]>()
/** Words in that memory; a page of a million different ones must not fill it. */
const mostMet = 30_000
const none: readonly Phrase[] = []

function readPhrases(): Phrases {
  const begun = new Map<string, Phrase[]>()
  const stems = new Map<string, Phrase[]>()
  const unspaced: (readonly [RegExp, number])[] = []
  for (const [n, list] of Object.values(phrases).entries()) {
    const all = list.split('|')
    for (const written of all) {
      const opens = written.startsWith('^')
      const [first = '', ...rest] = written.slice(opens ? 1 : 0).split(' ')
      const isStem = first.endsWith('*')
      const key = isStem ? first.slice(0, shortestStem) : first
      const stem = isStem ? [first.slice(shortestStem, -1)] : []
      const table = isStem ? stems : begun
      table.set(key, [
        ...(table.get(key) ?? []),
        {bit: 1 << n, rest: [...stem, ...rest], opens}
      ])
    }
    const alone = all.filter((each) => wide.test(each))
    if (alone.length > 0) unspaced.push([new RegExp(alone.join('|'), 'u'), 1 << n])
  }
  return {begun, stems, unspaced}
}

/** What a line may be for, a bit each. @param words folded @param isWide true where it has letters of an unspaced script */
export function wordingsOf(words: readonly string[], isWide: boolean): number {
  let found = 0
  for (const [n, word] of words.entries())
    for (const {bit, rest, opens} of begunBy(word))
      if ((n === 0 || !opens) && rest.every((next, k) => words[n + 1 + k] === next))
        found |= bit
  if (isWide) {
    const text = words.join('')
    for (const [pattern, bit] of known.unspaced) if (pattern.test(text)) found |= bit
  }
  return found
}

/** True where a line's words say that it is for something. */
export const isFor = (wordings: number, wording: Wording): boolean =>
  (wordings & bitOf(wording)) !== 0

function begunBy(word: string): readonly Phrase[] {
  const before = met.get(word)
  if (before) return before
  const ofStem = (known.stems.get(word.slice(0, shortestStem)) ?? none).flatMap(
    (phrase) => {
      const [stem = '', ...rest] = phrase.rest
      return word.startsWith(stem, shortestStem) ? [{...phrase, rest}] : []
    }
  )
  const found = [...(known.begun.get(word) ?? none), ...ofStem]
  if (met.size >= mostMet) met.clear()
  met.set(word, found.length > 0 ? found : none)
  return found
}

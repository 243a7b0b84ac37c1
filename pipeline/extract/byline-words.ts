/**
 * What stands before the name of an author in print, by language; behind the words of the second list a colon or a
 * stroke must follow, since they mean something else as well. As papers in these languages print their bylines.
 */
const before = {
  en: '(?:(?:this\\s+(?:post|article|story)\\s+was\\s+)?(?:written|posted|reported|published|authored|contributed|compiled|created|submitted|story|text|words|article|interview|analysis|review|opinion)\\s+by)|words\\s+(?:&|and)\\s+(?:images|photos)|(?:(?:view|show|see|read|more)\\s+)?(?:all\\s+)?(?:posts|articles|stories)\\s+(?:by|from|of)|by|authors?|contributors?',
  de: '(?:geschrieben|verfasst|veröffentlicht|erstellt|eingestellt|text|interview|(?:ein|blog)?\\s*(?:beitrag|artikel|kommentar))\\s+von|(?:alle|weitere)\\s+(?:artikel|beiträge)\\s+von|autorenseite\\s+von|von|autor(?:in|en|innen)?',
  fr: '(?:écrit|publié|rédigé|propos recueillis)\\s+par|par|auteure?s?|rédacteur|rédactrice',
  es: '(?:escrito|publicado)\\s+por|por|autor(?:a|es|as)?|redacción de',
  pt: '(?:escrito|publicado)\\s+por|por',
  it: '(?:scritto|pubblicato)\\s+da|di|autore|autrice',
  nl: '(?:geschreven|door)\\s+door|door|auteur',
  nordic: '(?:skrevet|skriven)\\s+(?:av|af)|kirjoittanut|toimittaja|av|af',
  pl: 'autor(?:ka|zy)?|opracował(?:a)?|tekst',
  cs: 'autor(?:ka|ři)?|napsal(?:a)?',
  ro: 'autor|scris\\s+de|de\\s+către',
  hu: 'szerző|írta',
  tr: 'yazar|yazan|haber',
  el: 'γράφ(?:ει|ουν)\\s+(?:ο|η|οι)|συντάκτης|συντάκτρια|επιμέλεια|του|της',
  ru: 'автор(?:ы|и)?|текст',
  ar: 'كتب(?:ت)?|بقلم|تحرير|حوار|إعداد|تقرير|أجرى الحوار|أجرت الحوار',
  fa: 'نویسنده|گزارش(?:گر)?|خبرنگار|به قلم|نوشته',
  ur: 'تحریر|از',
  he: 'מאת|כתב(?:ה|ת)?',
  hi: 'लेखक|लेखिका|द्वारा|रिपोर्ट(?:र)?',
  th: 'โดย|ผู้เขียน|เขียนโดย|เรื่องโดย|ผู้สื่อข่าว',
  vi: 'tác giả|bài viết|phóng viên|bởi',
  id: '(?:ditulis\\s+)?oleh|penulis|reporter|jurnalis'
} as const

/** Where names stand without a space behind the word. */
const unspaced =
  '本报记者|本報記者|作者|记者|記者|撰文|文|执笔|執筆|取材・文|글|작성자|저자'

/** Words that are a byline where a colon or a stroke follows. */
const labels =
  'interview|redaktion|text|texte|texto|testo|tekst|reportage|report|redactie|redacción|redação|redazione|editor|teks|metin|editör'

/** A byline's words at the start of a text, with what parts them from the name. */
export const leads = new RegExp(
  `^(?:(?:${Object.values(before).join('|')})(?:\\s*[:：]\\s*|\\s+)|(?:${unspaced})\\s*[:：/／|・]\\s*|(?:记者|記者|本报记者|本報記者)\\s*(?=\\p{Script=Han}{2,4}(?:$|[\\s，,、]))|(?:${labels})\\s*[:：/|]\\s*)`,
  'iu'
)

/** What a reporter is called behind the name, in Korean and Japanese. */
export const behindName =
  /(?<=^\p{Script=Hangul}{2,4}|[\p{Script=Han}\p{Script=Katakana}]{2,8})\s*(?:기자|특파원|記者|編集委員|論説委員)(?=\s|$|[,=＝])/u

/** Who did something else than write: what stands before their names. */
export const notWriting =
  /(?:review|check|edit|verifi|photo|illustrat|produc|translat|approv|updat|curat|fotograf|redigier|geprüft|überprüft|révis|revis|traduc|übersetz|fotos?|photos?|bilder?)\w*(?:\s+(?:von|by|par|por|di))?\s*[:：]?\s*$/iu

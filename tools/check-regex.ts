/** Every regular expression of `pipeline/` against catastrophic backtracking, by a checker that attacks it. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {check} from 'recheck'
import ts from 'typescript'

/** Quadratic at worst, on text whose length is bounded where they are used; the reason stands behind each. */
const bounded: Readonly<Record<string, string>> = {
  '\\s+(?:am|um|vom|on|at|le|el|il|em|den|dne|в|في|بتاريخ)\\s*$':
    'a name of at most 300 characters',
  '(?:^|\\s+)(?:(?:senior|junior|staff|contributing|deputy|political|chief|managing|executive|news|guest|special|associate|assistant|lead|research|content|marketing|features?|freelance|opinion|sports?|business|tech(?:nology)?|general|online)\\s+)*(?:reporters?|correspondents?|writers?|editors?|contributors?|columnists?|producers?|photographers?|analysts?|directors?|journalists?|journalistin|redakteur(?:in)?|experts?|staff|publisher|founder|co-founder|president|manager|strategist|executive|intern)$':
    'a name of at most 300 characters',
  ',\\s*(?:head|vice president|director|chief|founder|co-founder|editor|manager|professor|member) (?:of|and|&)\\s.*$':
    'a name of at most 300 characters',
  '^[\\s:.,-]+|[\\s:,-]+$|(?<=\\p{Ll}{4})\\.$':
    'a name of at most 300 characters',
  '^[\\s|•·–—:,-]+|[\\s|•·–—:,-]+$':
    'a line of at most 90 characters',
  '(?<=^\\p{Script=Hangul}{2,4}|[\\p{Script=Han}\\p{Script=Katakana}]{2,8})\\s*(?:기자|특파원|記者|編集委員|論説委員)(?=\\s|$|[,=＝])':
    'a name of at most 300 characters',
  '(?:review|check|edit|verifi|photo|illustrat|produc|translat|approv|updat|curat|fotograf|redigier|geprüft|überprüft|révis|revis|traduc|übersetz|fotos?|photos?|bilder?)\\w*(?:\\s+(?:von|by|par|por|di))?\\s*[:：]?\\s*$':
    'the 60 characters before a name',
  '([\\p{L}\\p{M}]+)\\s+$': 'the 30 characters before a weekday',
  '([\\p{L}\\p{M}]+)[\\s:،,]*$': 'the 60 characters before a quotation',
  '\\s*[([（].*$': 'a label',
  '\\s*[,،].*$': 'a label',
  '^[«“"„]+|[»”"]+$': 'a label',
  '^[ \\u00A0\\u202F\\t]*[,،.]?[ \\u00A0\\u202F\\t]*$': 'at most 12 characters',
  '^[ \\u00A0]*[),،]?[ \\u00A0]*$': 'at most 12 characters',
  '^(\\S[^:]{0,60}?)(?:\\s+|\\s+[–—|·•-]\\s[^:]{1,24}\\s)[[(]?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[AaPp]\\.?[Mm]\\.?|\\s\\p{L}{1,3})?[\\])]?$':
    'the first 100 characters of a line',
  '^([^\\s–—-][^–—(]{0,60}?(?:\\([^()]{1,60}\\)\\.?)?)(?:\\s+[–—-]|[–—])\\s+(?=\\S)':
    'the first 140 characters of a line',
  '\\([^()]*\\)$': 'a line of at most 90 characters',
  '\\s*[[(]\\d{1,2}:\\d{2}(?::\\d{2})?[\\])]$': 'a label',
  '\\s*$': 'a label',
  '[([（].*$': 'a label',
  '[,،].*$': 'a label',
  '^(?:[([（〔【［][^()[\\]（）〔〕【】]{1,300}[)\\]）〕】］]|\\([^)]{0,400}.{0,400}\\))[.]?$':
    'lines of less than 800 characters',
  '^[-0-9]+|-+$': 'a file name',
  '(?:"([^"]*(?:""[^"]*)*)"|([^",\\n\\r]*))([,\\n])': 'tables of our own',
  '<script type="application\\/ld\\+json">([\\s\\S]*?)<\\/script>': 'pages of our own',
  '(\\d)0*e\\+?': 'a number of our own',
  '[\\s:：.–—-]+$': 'a label of at most 300 characters',
  '<meta[^>]+?charset\\s*=\\s*["\']?\\s*([a-z0-9_:.-]+)|<\\?xml[^>]+?encoding\\s*=\\s*["\']([a-z0-9_:.-]+)':
    'the first 4,096 bytes of a page',
  '\\s+(?:am|vom|on|at|le|el|il|em|den|dne|в|في|بتاريخ)\\s*$': 'a byline of at most 300 characters',
  '^[\\s:.,-]+|[\\s:,-]+$': 'a byline of at most 300 characters'
}

/** Milliseconds for one expression: a verdict must not hang on how busy the machine is. */
const timeout = 120_000

const root = new URL('../pipeline/', import.meta.url).pathname
const found: {file: string; source: string; flags: string}[] = []
for (const name of readdirSync(root, {recursive: true, encoding: 'utf8'})) {
  if (!name.endsWith('.ts')) continue
  const text = readFileSync(join(root, name), 'utf8')
  const visit = (node: ts.Node): void => {
    const parts =
      ts.isRegularExpressionLiteral(node) && /^\/(.*)\/([a-z]*)$/su.exec(node.text)
    if (parts) found.push({file: name, source: parts[1] ?? '', flags: parts[2] ?? ''})
    node.forEachChild(visit)
  }
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true))
}
let faults = 0
for (const {file, source, flags} of found) {
  if (bounded[source] !== undefined) continue
  const {status, complexity} = await check(source, flags.replace('y', ''), {timeout})
  if (status === 'safe') continue
  faults++
  console.error(`${file}: /${source}/${flags} is ${complexity?.type ?? status}`)
}
console.log(`${found.length} regular expressions, ${faults} that can backtrack without bounds`)
process.exitCode = faults > 0 ? 1 : 0

import type {Description} from './description.ts'
import {printJson} from './json.ts'

/**
 * Whether text and data mining is reserved, for crawlers of the whole site; written only where the edition declares it.
 * @see https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/#sec-techniques
 */
export const tdm: Description = {
  name: 'tdm',
  describe: (_files, {tdm: declared, baseUrl}) =>
    declared === undefined
      ? []
      : [
          {
            path: '.well-known/tdmrep.json',
            bytes: printJson([
              {
                location: `${new URL(baseUrl).pathname}*`,
                'tdm-reservation': declared.reservation ? 1 : 0,
                ...(declared.policy ? {'tdm-policy': declared.policy} : {})
              }
            ])
          }
        ]
}

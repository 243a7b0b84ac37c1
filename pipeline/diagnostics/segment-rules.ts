import {defineRule} from './rule.ts'

export const noHeadline = defineRule<object>({
  id: 'segment/no-headline',
  severity: 'warning',
  title: 'An article without a headline',
  message: () => 'Unexpected start of the text, expected a headline',
  why: 'Readers, search engines and citations name an article by its headline; none is made up.',
  fix: 'Declare `headline` in the sidecar, with the reason.',
  since: '0.1.0'
})

export const noDate = defineRule<object>({
  id: 'segment/no-date',
  severity: 'info',
  title: 'An article without a date',
  message: () => 'Unexpected masthead without a date, expected the day of publication',
  why: 'Without it no year can be worked out for dates in the text, and the article stands at the end of lists.',
  fix: 'Declare `datePublished` in the sidecar, with the reason.',
  since: '0.1.0'
})

export const unlabelledContinuation = defineRule<{turn: number}>({
  id: 'segment/unlabelled-continuation',
  severity: 'info',
  title: 'A paragraph without a label within a dialogue',
  message: ({turn}) =>
    `Unexpected paragraph without a label, expected one; read as part of turn ${turn}`,
  why: 'It may be the same speaker going on, or a label that was lost.',
  fix: 'Compare it with the publication. If the label was lost, keep the source as it is and say so in a note.',
  since: '0.1.0'
})

export const unknownTimeZone = defineRule<{zone: string}>({
  id: 'segment/unknown-time-zone',
  severity: 'warning',
  title: 'A time zone that does not exist',
  message: ({zone}) => `Unexpected time zone \`${zone}\`, expected an IANA name`,
  why: 'The time of publication stays local: without a zone it is no instant.',
  fix: 'Write a name such as `Africa/Cairo` as `timeZone` in collection.yaml or in the sidecar.',
  since: '0.1.0'
})

export const noSuchTime = defineRule<{local: string; zone: string}>({
  id: 'segment/no-such-time',
  severity: 'warning',
  title: 'A local time that the clocks skip or pass twice',
  message: ({local, zone}) =>
    `Unexpected time \`${local}\`, expected one that is an instant in ${zone}`,
  why: 'When clocks are set forward or back, such a time is none or two instants; the offset is left out.',
  fix: 'Declare `datePublished` with its offset in the sidecar, if you know it.',
  since: '0.1.0'
})

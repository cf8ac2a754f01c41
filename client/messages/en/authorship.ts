/** The words of client/features/authorship. */
export const authorship = {
  title: 'Who wrote this',
  toggle: 'Who wrote this',
  toggleHint: 'Shows who wrote which words (Alt+Shift+W)',
  reading: 'Reading who wrote what…',
  legend: 'Delegations, how their words are drawn, and their part of the text',
  noDelegation: 'no delegation',
  brought: 'brought in by {{delegation}}',
  percent: '{{percent}} %',
  below: '< 1 %',
  nearlyAll: '> 99 %',
  point: 'Point at words, or put the caret in them, to read who wrote them.',
  broughtIn: 'with the text as it was brought in',
  unknown: 'author not yet known',
  fresh: 'just now',
  noTime: 'time not kept',
} as const

import { pastedFile, type ChosenFile } from '#client/platform/index.ts'

/** A paste as a file: its HTML where that has structure to lose (a heading, a list, a paragraph), its text otherwise; null when empty. */
export function fileOfPaste(data: Pick<DataTransfer, 'getData'>): ChosenFile | null {
  const html = data.getData('text/html')
  if (STRUCTURED.test(html)) return pastedFile('pasted.html', html)
  const text = data.getData('text/plain')
  return text.trim() === '' ? null : pastedFile('pasted.txt', text)
}

const STRUCTURED = /<(?:p|h[1-6]|li|div|tr)[\s>]/i

/** Words of the base that the page lost: shown and said as a deletion, no part of the text. */
export function struckElement(text: string): HTMLElement {
  const struck = outside('del', 'redline-out')
  struck.textContent = text
  return struck
}

/** What the margin of a changed clause says. */
export function noteElement(words: string): HTMLElement {
  const note = outside('span', 'redline-note')
  note.textContent = words
  return note
}

/** A clause that is not there any longer: a line that opens to its words. */
export function gapElement({ summary, text }: Readonly<{ summary: string; text: string }>): HTMLElement {
  const gap = outside('div', 'redline-gap')
  const [details, line, words] = ['details', 'summary', 'del'].map((name) => document.createElement(name))
  if (details === undefined || line === undefined || words === undefined) return gap
  line.textContent = summary
  words.textContent = text
  details.append(line, words)
  gap.append(details)
  return gap
}

function outside(name: string, className: string): HTMLElement {
  const element = document.createElement(name)
  element.className = className
  element.contentEditable = 'false'
  return element
}

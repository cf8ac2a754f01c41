import type { RedlineRun } from '#shared/compare/index.ts'
import { PAGE_STYLE } from './html-style.ts'
import type { ComparisonJson, Match } from './schema.ts'

/** What was compared, for the head of the page: in words, and the hash of each wording where one is known. */
export type Pin = Readonly<{ title: string; version: string; hash: string | null }>
export type Pins = Readonly<{ base: Pin; revised: Pin; made: string }>

/**
 * The redline as one page that stands alone (EX7): opens without a connection, prints, and holds what was compared, the list
 * of changes, and every clause with its redline. `made`: when, in words.
 */
export function redlinePage(result: ComparisonJson, pins: Pins): string {
  const { base, revised, matches } = result
  const clauseOf = { base: new Map(base.clauses.map((clause) => [clause.id, clause])), revised: new Map(revised.clauses.map((clause) => [clause.id, clause])) }
  const linksOf = linksBy(matches)
  const cite = (match: Match): string => {
    const [from, to] = [clauseOf.base.get(match.base ?? '')?.citation ?? '', clauseOf.revised.get(match.revised ?? '')?.citation ?? '']
    return from === '' || to === '' || from === to ? to || from : `${from} → ${to}`
  }
  const shown = matches.filter(({ kind }) => kind === 'one-to-one' || kind === 'added' || kind === 'removed')
  const rows = shown.map((match, at) => {
    const clause = clauseOf.revised.get(match.revised ?? '') ?? clauseOf.base.get(match.base ?? '')
    const links = [...(linksOf.base.get(match.base ?? '') ?? []), ...(linksOf.revised.get(match.revised ?? '') ?? [])]
    const notes = [...notesOf(match), ...links.map((link) => `${link.kind}: ${cite(link)} (${link.reason})`)]
    const kind = clause?.kind ?? 'text'
    const label = clause?.label ?? ''
    return `<section class="clause ${escaped(kind)}" id="m${at}"${isChange(match) ? ' data-changed' : ''}>${notes.length === 0 ? '' : `<p class="note">${notes.map(escaped).join(' · ')}</p>`}<p dir="auto">${label === '' ? '' : `<span class="label">${escaped(label)}</span> `}${drawn(match.redline)}</p></section>`
  })
  const list = shown.flatMap((match, at) => (isChange(match) ? [`<li><a href="#m${at}">${escaped(cite(match))}</a> <span>${escaped(whatOf(match))}</span></li>`] : []))
  const title = `${pins.base.title} → ${pins.revised.title}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<table class="pins"><tbody>${pinRow('Base', pins.base)}${pinRow('Revised', pins.revised)}<tr><th scope="row">Compared</th><td>${escaped(pins.made)}</td></tr></tbody></table>
<p class="legend"><ins>inserted</ins> <del>struck</del>; what moved, was renumbered, or belongs to another clause is said above the clause.</p>
${figuresOf(result)}
</header>
<nav aria-label="Changes"><h2>Changes (${list.length})</h2><ol>${list.join('\n')}</ol></nav>
<main lang="${escaped(revised.language)}"${revised.language === 'ar' ? ' dir="rtl"' : ''}>
${rows.join('\n')}
</main>
</body>
</html>
`
}

function pinRow(name: string, { title, version, hash }: Pin): string {
  return `<tr><th scope="row">${name}</th><td dir="auto">${escaped(title)}${version === '' ? '' : `, ${escaped(version)}`}${hash === null ? '' : ` <code>${escaped(hash)}</code>`}</td></tr>`
}

function figuresOf({ figures: { words, classes } }: ComparisonJson): string {
  const counted = (['substance', 'editorial', 'numbering', 'formatting'] as const).map((name) => `${classes[name].changes} ${name}`)
  return `<p class="figures">Words: ${words.kept} kept, ${words.struck} struck, ${words.inserted} inserted. Changes by class: ${counted.join(', ')}.</p>`
}

/** What else a clause hangs together with, by its id on either side. */
function linksBy(matches: readonly Match[]): Readonly<Record<'base' | 'revised', ReadonlyMap<string, readonly Match[]>>> {
  const links = matches.filter(({ kind }) => kind !== 'one-to-one' && kind !== 'added' && kind !== 'removed')
  const by = (side: 'base' | 'revised'): ReadonlyMap<string, readonly Match[]> => {
    const found = new Map<string, Match[]>()
    for (const link of links) found.set(link[side] ?? '', [...(found.get(link[side] ?? '') ?? []), link])
    return found
  }
  return { base: by('base'), revised: by('revised') }
}

const isChange = ({ kind, moved, edited, renumbered, classes }: Match): boolean => kind !== 'one-to-one' || moved || edited || renumbered !== null || classes !== null

function whatOf(match: Match): string {
  const { kind, moved, edited, classes } = match
  const what = kind === 'one-to-one' ? [moved ? 'moved' : '', edited ? 'edited' : ''].filter((word) => word !== '').join(' and ') : kind
  return [what, classes?.class ?? ''].filter((word) => word !== '').join(', ')
}

function notesOf(match: Match): readonly string[] {
  const { kind, renumbered, classes, confidence, certain, reason } = match
  const notes: string[] = []
  if (isChange(match)) notes.push(whatOf(match))
  if (renumbered !== null) notes.push(`renumbered ${renumbered.from} → ${renumbered.to}${renumbered.references > 0 ? `, ${renumbered.references} references follow` : ''}`)
  // Of a clause that came or went as a whole the words themselves say more.
  if (kind === 'one-to-one' && classes !== null && classes.explanation !== '') notes.push(classes.explanation)
  if (kind === 'one-to-one' && !certain) notes.push(`probable, ${Math.round(confidence * 100)} %: ${reason}`)
  if (match.precision === 'whole-clause') notes.push('too long to compare word by word; shown as replaced')
  return notes
}

const drawn = (runs: readonly Pick<RedlineRun, 'kind' | 'text'>[]): string =>
  runs.map(({ kind, text }) => (kind === 'keep' ? escaped(text) : kind === 'strike' ? `<del>${escaped(text)}</del>` : `<ins>${escaped(text)}</ins>`)).join('')

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words as they stand in a page: never markup, and no control character that a page may not hold. */
const escaped = (words: string): string => words.replaceAll(/[&<>"']/gv, (sign) => SIGNS[sign] ?? sign).replaceAll(/[\p{Cc}--[\t\n\r]]/gv, '\uFFFD')

import fc from 'fast-check'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { readClauses, redlinePage, type Pins } from '#shared/exports/index.ts'
import { comparedOf, resultArb } from './sample.ts'

type Tree = Readonly<{ nodeName: string; value?: string; attrs?: readonly Readonly<{ name: string; value: string }>[]; childNodes?: readonly Tree[] }>

const everyNode = (node: Tree): readonly Tree[] => [node, ...(node.childNodes ?? []).flatMap(everyNode)]
const treeOf = (page: string): readonly Tree[] => everyNode(parse(page) as Tree)
const pins: Pins = { base: { title: 'Base', version: '', hash: null }, revised: { title: 'Revised', version: 'A/1', hash: 'abc' }, made: '2026-11-25' }

const hostile = fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</p></section><style>*{}', "' onclick='x", '&lt;b&gt;', '<!--', ']]>', '\u0000\u202E', '<a href="javascript:x">')
const KNOWN = new Set(['#document', '#documentType', '#text', 'html', 'head', 'meta', 'title', 'style', 'body', 'header', 'h1', 'h2', 'table', 'tbody', 'tr', 'th', 'td', 'code', 'p', 'ins', 'del', 'nav', 'ol', 'li', 'a', 'span', 'main', 'section'])

test('[EX7] whatever a text, a title or a pin says is shown as words', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), fc.array(hostile, { minLength: 1, maxLength: 4 }), hostile, (from, to, title) => {
      const side = (name: 'base' | 'revised', words: readonly string[]) =>
        readClauses({ title, clauses: words.map((text, at) => ({ id: `${title}${at}`, kind: 'article', label: text, text: `${text} shall` })) }, { name, side: name })
      const page = redlinePage(comparedOf(side('base', from), side('revised', to)), { ...pins, base: { title, version: title, hash: title } })
      const nodes = treeOf(page)
      expect(nodes.map(({ nodeName }) => nodeName).filter((name) => !KNOWN.has(name))).toEqual([])
      const attributes = nodes.flatMap(({ attrs = [] }) => attrs)
      expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'src')).toEqual([])
      expect(attributes.filter(({ name, value }) => name === 'href' && !value.startsWith('#m'))).toEqual([])
      const said = nodes.map(({ value = '' }) => value).join('')
      expect(said).toContain(title.replaceAll('\u0000', '\uFFFD'))
    }),
  )
})

test('[EX7] the page fetches nothing, and holds every clause and a link to every change', () => {
  fc.assert(
    fc.property(resultArb, ({ result }) => {
      const page = redlinePage(result, pins)
      const nodes = treeOf(page)
      const ids = new Set(nodes.flatMap(({ attrs = [] }) => attrs.flatMap(({ name, value }) => (name === 'id' ? [`#${value}`] : []))))
      const links = nodes.flatMap(({ attrs = [] }) => attrs.flatMap(({ name, value }) => (name === 'href' ? [value] : [])))
      expect(links.filter((link) => !ids.has(link))).toEqual([])
      expect(nodes.filter(({ nodeName }) => nodeName === 'section')).toHaveLength(result.matches.filter(({ kind }) => ['one-to-one', 'added', 'removed'].includes(kind)).length)
      expect(page).not.toMatch(/url\(|@import|<link|<script/v)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ancestorsOf,
  levelOf,
  parentsOf,
  subtreeEnd,
  treeOf,
  type Clause,
  type ClauseNode,
} from '#shared/clauses/index.ts'
import { anySequence } from '#tests/support/sequences.ts'
import { article, chapter, item, par, part, preamble, recital, sub, testimonium, title, treaty } from '#tests/support/treaty.ts'

const walk = (nodes: readonly ClauseNode[]): readonly ClauseNode[] =>
  nodes.flatMap((node) => [node, ...walk(node.children)])

const outline = (nodes: readonly ClauseNode[]): string =>
  nodes.map(({ clause, children }) => clause.text + (children.length === 0 ? '' : `(${outline(children)})`)).join(' ')

const outlineOf = (clauses: readonly Clause[]): string => outline(treeOf(clauses))

describe('any sequence', () => {
  test('[CL3] gives a tree whose nodes in order are the clauses in order', () => {
    fc.assert(
      fc.property(anySequence, (clauses) => {
        const nodes = walk(treeOf(clauses))
        expect(nodes.map(({ clause }) => clause)).toEqual(clauses)
        expect(nodes.map(({ index }) => index)).toEqual(clauses.map((_, index) => index))
      }),
    )
  })

  test('[CL3] has each subtree end where its last descendant ends', () => {
    fc.assert(
      fc.property(anySequence, (clauses) => {
        for (const node of walk(treeOf(clauses))) {
          expect(subtreeEnd(clauses, node.index)).toBe(node.index + walk([node]).length)
        }
      }),
    )
  })

  test('[CL1] puts a clause below one of a smaller level, with nothing of a smaller level between that could hold it', () => {
    fc.assert(
      fc.property(anySequence, (clauses) => {
        const levels = clauses.map(({ kind, depth }) => levelOf(kind, depth))
        parentsOf(clauses).forEach((parent, index) => {
          const level = levels[index] ?? 0
          expect(levels[parent] ?? -1).toBeLessThan(level)
          const between = clauses.slice(parent + 1, index).filter(({ kind, depth }) => {
            const isLeaf = kind === 'preamble' || kind === 'testimonium'
            return !isLeaf && levelOf(kind, depth) < level
          })
          expect(between).toEqual([])
        })
      }),
    )
  })

  test('[CL1] agrees on parents, ancestors and children', () => {
    fc.assert(
      fc.property(anySequence, (clauses) => {
        const parents = parentsOf(clauses)
        for (const { index, children } of walk(treeOf(clauses))) {
          expect(children.map((child) => parents[child.index])).toEqual(children.map(() => index))
          const [nearest, ...further] = ancestorsOf(parents, index)
          expect(nearest ?? -1).toBe(parents[index])
          expect(further).toEqual(ancestorsOf(parents, nearest ?? -1))
        }
      }),
    )
  })
})

test('[CL1] provisions hang below their article by depth, articles below their chapter', () => {
  const clauses = treaty(title('T', part('P', chapter('C', article('A', par('1', sub('a', item('i')), sub('b')), par('2')), article('B')))))
  expect(outlineOf(clauses)).toBe('T(P(C(A(1(a(i) b) 2) B)))')
})

test('[CL2] chapters do not hang below the preamble, nor annexes or articles below the testimonium', () => {
  const clauses = treaty(preamble('P', recital('r')), chapter('C', article('A')), testimonium('W', par('w')), article('B'))
  expect(outlineOf(clauses)).toBe('P(r) C(A) W(w) B')
  expect(subtreeEnd(clauses, 0)).toBe(2)
})

test('[CL3] no clause, no subtree', () => {
  expect(treeOf([])).toEqual([])
  expect(() => subtreeEnd([], 0)).toThrow('no clause at 0 of 0')
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ancestorsOf,
  isDivision,
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

  test('[CL1] [CL2] puts a clause below the nearest one of a smaller level that may hold it', () => {
    fc.assert(
      fc.property(anySequence, (clauses) => {
        const nearest = (index: number, level: number, isForDivision: boolean): number => {
          const at = clauses.slice(0, index).findLastIndex(({ kind, depth }) => levelOf(kind, depth) < level)
          const found = clauses[at]
          const isLeaf = found?.kind === 'preamble' || found?.kind === 'testimonium'
          return isLeaf && isForDivision ? nearest(at, levelOf(found.kind, 0), true) : at
        }
        const expected = clauses.map(({ kind, depth }, index) => nearest(index, levelOf(kind, depth), isDivision(kind)))
        expect(parentsOf(clauses)).toEqual(expected)
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

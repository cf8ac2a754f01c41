import { expect, test } from 'vitest'
import { MatrixTree } from '#shared/compare/matrix-tree.ts'

const clausesOf = (tree: MatrixTree) => tree.rows().map(({ clauses }) => clauses)

function treeOfTwo(): MatrixTree {
  const tree = new MatrixTree(3)
  const top = tree.rowOf({ column: 0, clause: -1 })
  if (top === null) throw new Error('there is no top')
  for (const clause of [0, 1]) tree.addLast({ column: 0, clause }, top)
  return tree
}

test('a row stands behind its anchor and behind what other texts have there', () => {
  const tree = treeOfTwo()
  const [top, anchor] = [tree.rowOf({ column: 1, clause: -1 }), tree.rowOf({ column: 0, clause: 0 })]
  if (top === null || anchor === null) throw new Error('the rows are there')
  tree.addBehind({ column: 1, clause: 0 }, top, anchor)
  tree.addBehind({ column: 2, clause: 0 }, top, anchor)
  expect(clausesOf(tree)).toEqual([[0, null, null], [null, 0, null], [null, null, 0], [1, null, null]])
})

test('what is tied to a clause stands in its row', () => {
  const tree = treeOfTwo()
  const top = tree.rowOf({ column: 1, clause: -1 })
  if (top === null) throw new Error('there is no top')
  tree.tie({ column: 1, clause: 4 }, [{ column: 2, clause: 7 }])
  tree.addBehind({ column: 1, clause: 4 }, top, null)
  expect(clausesOf(tree)[0]).toEqual([null, 4, 7])
})

test('[MX1] two clauses of one text in one row are a fault', () => {
  const tree = treeOfTwo()
  expect(() => tree.join(tree.rowOf({ column: 0, clause: 0 }), { column: 0, clause: 5 })).toThrow('one clause of a text')
})

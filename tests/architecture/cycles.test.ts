import { expect, test } from 'vitest'
import { IMPORTS } from './support/source.ts'

/** The cycles of a graph, each as the way round from its first file; by depth-first search, one for every back edge. */
function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = []
  const done = new Set<string>()
  const way: string[] = []
  const visit = (file: string): void => {
    const start = way.indexOf(file)
    if (start >= 0) cycles.push([...way.slice(start), file])
    if (start >= 0 || done.has(file)) return
    way.push(file)
    for (const next of edges.get(file) ?? []) visit(next)
    way.pop()
    done.add(file)
  }
  for (const file of edges.keys()) visit(file)
  return cycles
}

test('no file imports itself by way of others, type imports included', () => {
  const edges = new Map<string, string[]>()
  for (const { from, to, isOwn } of IMPORTS) if (isOwn) edges.set(from, [...(edges.get(from) ?? []), to])
  expect(
    cyclesOf(edges).map((cycle) => `${cycle.join(' → ')}: move what they share into a file of its own`),
  ).toEqual([])
})

test('a cycle is found, a diamond is none', () => {
  expect(cyclesOf(new Map([['a', ['b', 'c']], ['b', ['d']], ['c', ['d']]]))).toEqual([])
  expect(cyclesOf(new Map([['a', ['b']], ['b', ['c']], ['c', ['b']]]))).toEqual([['b', 'c', 'b']])
})

/**
 * Whether lists and objects stand more than `levels` deep in `value`, which has no cycles. What nests deeper than the stack
 * can be read by some of the platform's functions and breaks others, `JSON.stringify` for one.
 */
export function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => nestsDeeper(inner, levels - 1))
}

/** How many sources have a pattern of their own; further ones begin again. */
export const PATTERN_COUNT = 6

const BASE_INKS = ['var(--accent)', 'var(--strike)', 'var(--good)', 'var(--move)', 'var(--warn)', 'var(--ink-soft)'] as const

/** The ink of a source, beside its pattern and its name. */
export const inkOf = (source: number): string => BASE_INKS[source % PATTERN_COUNT] ?? 'var(--ink-soft)'

export const fillOf = (source: number): string => `url(#source-pattern-${source % PATTERN_COUNT})`

/** One pattern a source, so that nobody needs colours to tell them apart: full, lines three ways, dots, squares. */
export function Patterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="provenance__patterns">
      <defs>
        {BASE_INKS.map((ink, source) => (
          <pattern key={ink} id={`source-pattern-${source}`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={source === 1 ? 'rotate(45)' : source === 2 ? 'rotate(-45)' : undefined}>
            <rect width="8" height="8" fill={source === 0 ? ink : 'var(--sheet)'} />
            {(source === 1 || source === 2) && <rect width="4" height="8" fill={ink} />}
            {source === 3 && <rect width="8" height="3" fill={ink} />}
            {source === 4 && <circle cx="4" cy="4" r="2.4" fill={ink} />}
            {source === 5 && <path d="M0 0h4v4h4v4h-4v-4h-4z" fill={ink} />}
          </pattern>
        ))}
      </defs>
    </svg>
  )
}

import { Menu, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const ink: MantineColorsTuple = ['#eaf1f8', '#d3e1ef', '#a9c6e2', '#8dbbe8', '#5f97cc', '#437fb9', '#336fab', '#265f99', '#1a5288', '#0f3f6d']
const dark: MantineColorsTuple = ['#e6e6e3', '#c6cad0', '#b2b7be', '#7d8590', '#4d545d', '#363c44', '#24292f', '#1d2126', '#15181c', '#0f1114']

/** Mantine with our typefaces and colours; `primaryShade` 8 and `autoContrast` keep its text at 4.5 : 1 or better. */
export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: 8,
  autoContrast: true,
  fontFamily: "'Source Sans 3 Variable', 'Noto Sans Arabic', system-ui, sans-serif",
  headings: {
    fontFamily: "'Source Serif 4 Variable', 'Noto Naskh Arabic', Georgia, serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.2rem', lineHeight: '1.3' },
      h3: { fontSize: '1.05rem', lineHeight: '1.3' },
    },
  },
  // Source Sans is small for its size: every step is larger than Mantine's.
  fontSizes: { xs: '0.875rem', sm: '0.95rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // In place, a menu belongs to its landmark; without the placeholder its children are its items alone.
  components: { Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }) },
})

/** Mantine's own variables, where its defaults are too faint, from ours. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--sheet)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default-border': 'var(--line-strong)',
  },
  light: {},
  dark: {
    '--mantine-color-ink-light': 'var(--accent-wash)',
    '--mantine-color-ink-light-color': 'var(--accent)',
    '--mantine-color-ink-text': 'var(--accent)',
    '--mantine-color-ink-outline': 'var(--accent)',
  },
})

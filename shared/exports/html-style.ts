/** How the page for reading looks, on the screen and in print: lines and strikes carry the meaning, colour comes third. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --quiet: #5a5a66; --insert: #0b4a8f; --strike: #8a3b12; --line: #d9d9e0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ee; --paper: #17171b; --quiet: #a6a6b3; --insert: #8fc1ff; --strike: #f0a27c; --line: #3a3a44; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem; max-width: 48rem; color: var(--ink); background: var(--paper); font: 1.0625rem/1.55 'Source Serif 4', 'Noto Naskh Arabic', Georgia, serif; }
h1 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 1rem; }
h2 { font-size: 1rem; }
header, nav { font-family: system-ui, sans-serif; font-size: 0.875rem; }
.pins th { text-align: start; padding-inline-end: 1rem; font-weight: 600; vertical-align: top; }
.pins code { display: block; color: var(--quiet); word-break: break-all; }
.figures, .legend { color: var(--quiet); }
nav ol { columns: 2; column-gap: 2rem; padding-inline-start: 2rem; }
nav li { break-inside: avoid; }
nav span, .note { color: var(--quiet); }
a { color: inherit; }
ins { color: var(--insert); text-decoration: underline; text-underline-offset: 0.15em; }
del { color: var(--strike); text-decoration: line-through; }
.clause p { margin: 0 0 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.note { font: 0.8125rem/1.4 system-ui, sans-serif; margin: 0.75rem 0 0.125rem !important; }
.clause[data-changed] { border-inline-start: 3px solid var(--line); padding-inline-start: 0.75rem; margin-inline-start: -0.9375rem; }
.article > p:last-child, .chapter > p:last-child, .part > p:last-child, .section > p:last-child, .title > p:last-child { font-weight: 600; text-align: center; margin-top: 1.5rem; }
.subparagraph > p { margin-inline-start: 2rem; }
.item > p { margin-inline-start: 4rem; }
@media print {
  @page { margin: 22mm 18mm; }
  :root { --ink: #000; --paper: #fff; --quiet: #444; --insert: #000; --strike: #000; --line: #999; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  .clause { break-inside: avoid; }
  .article, .chapter, .part, .section { break-after: avoid; }
  nav ol { columns: 3; }
}
`

/** The sign of Travaux: three lines of a text, one of them struck. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden focusable="false">
      <rect width="32" height="32" rx="5" fill="var(--accent)" />
      <path d="M8 9h16M8 23h11" stroke="var(--sheet)" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M8 16h16" stroke="var(--sheet)" strokeOpacity="0.6" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M12.5 19.5 20 12.5" stroke="var(--sheet)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}

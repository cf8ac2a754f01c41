/** Something small that this browser remembers between visits, under one key. */
export type Remembered = Readonly<{ read: () => string | null; write: (value: string) => void; forget: () => void }>

/** Forgets on leaving, silently, where the browser allows no storage (private windows, full quota): nothing here may matter. */
export function remembered(key: string): Remembered {
  const name = `travaux.${key}`
  return {
    read: () => attempt(() => localStorage.getItem(name)),
    write: (value) => void attempt(() => localStorage.setItem(name, value)),
    forget: () => void attempt(() => localStorage.removeItem(name)),
  }
}

function attempt<T>(use: () => T): T | null {
  try {
    return use()
  } catch {
    return null // no storage here
  }
}

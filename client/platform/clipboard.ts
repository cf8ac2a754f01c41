/**
 * Puts `text` on the clipboard; false when the browser does not allow it. Over plain http there is no
 * `navigator.clipboard`, so the old way by a selection is the second try.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return copyBySelection(text) // permission denied, or the page is not focused
    }
  }
  return copyBySelection(text)
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const carrier = document.createElement('textarea')
  carrier.value = text
  carrier.readOnly = true
  carrier.style.position = 'fixed'
  carrier.style.insetBlockStart = '-100vh'
  // Inside an open dialog, focus may not leave it.
  const host = before?.closest('[role="dialog"]') ?? document.body
  host.append(carrier)
  carrier.focus()
  carrier.select()
  const done = document.execCommand('copy')
  carrier.remove()
  if (before instanceof HTMLElement) before.focus()
  return done
}

// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from '#client/platform/index.ts'

afterEach(() => vi.unstubAllGlobals())

/** jsdom knows no `execCommand`; this one takes what is selected, as browsers do. */
function selectionCopies(allowed: boolean): string[] {
  const copied: string[] = []
  document.execCommand = () => {
    const field = document.activeElement
    if (allowed && field instanceof HTMLTextAreaElement) copied.push(field.value.slice(field.selectionStart, field.selectionEnd))
    return allowed
  }
  return copied
}

test('over plain http the text is copied by a selection, which leaves no trace', async () => {
  vi.stubGlobal('isSecureContext', false)
  document.body.innerHTML = '<button>Copy</button>'
  const button = document.querySelector('button')
  button?.focus()
  const copied = selectionCopies(true)
  expect(await copyText('http://house/join#token')).toBe(true)
  expect(copied).toEqual(['http://house/join#token'])
  expect(document.querySelector('textarea')).toBeNull()
  expect(document.activeElement).toBe(button)
})

test('where the clipboard is denied, the selection is tried, and a no is told', async () => {
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) } })
  selectionCopies(false)
  expect(await copyText('words')).toBe(false)
})

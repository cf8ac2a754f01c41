import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { bodyField, dayField, emailField, idField, nameField, passwordField, tokenField } from '#shared/api/index.ts'

const takes = (field: z.ZodType, values: readonly unknown[]) => values.filter((value) => field.safeParse(value).success)

describe('the fields of the API', () => {
  test('a name is trimmed, has something in it, and at most 200 characters', () => {
    expect(nameField.parse('  Merinda ')).toBe('Merinda')
    expect(takes(nameField, ['', '   ', '\t\n', 'x'.repeat(201), 7, null])).toEqual([])
    expect(takes(nameField, ['x'.repeat(200), 'الجمهورية', '秘书处'])).toHaveLength(3)
  })

  test('an e-mail address', () => {
    expect(takes(emailField, ['ada@example.org', 'a.b+c@sub.example.org'])).toHaveLength(2)
    expect(takes(emailField, ['ada', 'ada@', '@example.org', 'a b@example.org', `${'x'.repeat(200)}@example.org`, ''])).toEqual([])
  })

  test('a password has 10 to 200 characters and is left as it is', () => {
    expect(passwordField.parse('  spaces count  ')).toBe('  spaces count  ')
    expect(takes(passwordField, ['123456789', 'x'.repeat(201)])).toEqual([])
    expect(takes(passwordField, ['1234567890', 'x'.repeat(200)])).toHaveLength(2)
  })

  test('a token needs no escaping in an address', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (raw) => {
        expect(!tokenField.safeParse(raw).success || encodeURIComponent(raw) === raw).toBe(true)
      }),
    )
    expect(takes(tokenField, ['x'.repeat(19), 'x'.repeat(101), `${'x'.repeat(30)}\n`, `${'x'.repeat(30)}/`])).toEqual([])
  })

  test('an id is small letters and digits', () => {
    expect(takes(idField, ['a', '0z', 'a'.repeat(40)])).toHaveLength(3)
    expect(takes(idField, ['', 'A', 'a-b', '../a', 'a'.repeat(41), 'a\n'])).toEqual([])
  })

  test('a day is a day of the calendar', () => {
    expect(takes(dayField, ['2026-11-23', '2028-02-29'])).toHaveLength(2)
    expect(takes(dayField, ['2026-02-30', '2027-02-29', '23.11.2026', '2026-11-23T00:00:00Z', '', null])).toEqual([])
  })

  test('what a person writes in a comment', () => {
    expect(bodyField.parse(' Why? ')).toBe('Why?')
    expect(takes(bodyField, ['', ' \n ', 'x'.repeat(10_001)])).toEqual([])
  })
})

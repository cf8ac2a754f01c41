// @vitest-environment jsdom
import { TextInput } from '@mantine/core'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Form, useFields } from '#client/ui/index.ts'
import { show, useScreens } from '#tests/support/screen.tsx'

useScreens()
const request = z.object({ account: z.object({ name: z.string().trim().min(1), email: z.email() }) })
const sent: unknown[] = []

function Trial() {
  const { values, field, check } = useFields({ name: '', email: '' })
  const submit = () => {
    const parsed = check(request, { account: values }, { name: 'Enter a name.', email: 'Enter an address.' })
    if (parsed !== null) sent.push(parsed)
  }
  return (
    <Form send="Send" sending={false} failure={null} onSubmit={submit}>
      <TextInput {...field('name')} label="Name" />
      <TextInput {...field('email')} label="E-mail" />
    </Form>
  )
}

test('wrong fields say so, the first has the focus, and nothing is sent until all fit', async () => {
  const hands = show(<Trial />)
  await hands.click(screen.getByRole('button', { name: 'Send' }))
  expect(screen.getByText('Enter a name.')).toBeTruthy()
  expect(screen.getByText('Enter an address.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Name'))

  await hands.type(screen.getByLabelText('Name'), '  Amina ')
  expect(screen.queryByText('Enter a name.')).toBeNull()
  await hands.type(screen.getByLabelText('E-mail'), 'amina@example.org{Enter}')
  expect(sent).toEqual([{ account: { name: 'Amina', email: 'amina@example.org' } }])
})

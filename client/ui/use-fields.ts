import { useId, useRef, useState, type ChangeEvent } from 'react'
import type { z } from 'zod'

type Values = Readonly<Record<string, string>>
type Wrong<V extends Values> = Partial<Record<keyof V, string>>

/** What an input needs from a form: spread it into a Mantine input. */
export type FieldProps = Readonly<{
  id: string
  name: string
  value: string
  error: string | undefined
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => void
}>

export type Fields<V extends Values> = Readonly<{
  values: V
  set: <Name extends keyof V & string>(name: Name, value: V[Name]) => void
  field: (name: keyof V & string) => FieldProps
  /**
   * `input` as `schema` parses it, or null: then each field that is wrong says its sentence from `sentences`, by the
   * last part of the path at which the schema objects, and the first of them has the focus.
   */
  check: <T>(schema: z.ZodType<T>, input: unknown, sentences: Readonly<Record<keyof V & string, string>>) => T | null
}>

/** The text fields of one form: their values, what is wrong with them, and the check against an API schema. */
export function useFields<V extends Values>(initial: V): Fields<V> {
  const form = useId()
  const [values, setValues] = useState(initial)
  const [wrong, setWrong] = useState<Wrong<V>>({})
  const order = useRef(Object.keys(initial))

  const set = (name: keyof V & string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }))
    setWrong((before) => ({ ...before, [name]: undefined }))
  }
  return {
    values,
    set,
    field: (name) => ({
      id: `${form}-${name}`,
      name,
      value: values[name] ?? '',
      error: wrong[name],
      onChange: (event) => set(name, event.currentTarget.value),
    }),
    check: (schema, input, sentences) => {
      const parsed = schema.safeParse(input)
      if (parsed.success) return parsed.data
      const named = new Set(parsed.error.issues.map(({ path }) => String(path.at(-1))))
      const found = order.current.filter((name) => named.has(name))
      setWrong(Object.fromEntries(found.map((name) => [name, sentences[name]])) as Wrong<V>)
      const [first] = found
      if (first !== undefined) document.getElementById(`${form}-${first}`)?.focus()
      return null
    },
  }
}

import { z } from 'zod'

/** A name people give: of a person, a delegation, a negotiation, a text. Trimmed, 1–200 characters. */
export const nameField = z.string().trim().min(1).max(200)
export const emailField = z.email().max(200)
export const passwordField = z.string().min(10).max(200)
/** A one-time or invitation token as it travels in a link's fragment. */
export const tokenField = z.string().regex(/^[0-9A-Za-z_-]{20,100}$/)
export const idField = z.string().regex(/^[0-9a-z]{1,40}$/)
/** A calendar day, `2026-11-23`. */
export const dayField = z.iso.date()
/** What a person writes in a comment: 1–10,000 characters. */
export const bodyField = z.string().trim().min(1).max(10_000)

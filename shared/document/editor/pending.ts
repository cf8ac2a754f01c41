import type { Transaction } from '@tiptap/pm/state'

/** Local transactions that were not yet written, newest first, carried in the plugin's state. */
export type Pending = { readonly transaction: Transaction; before: Pending | null; written: boolean }

/** The chain with `transaction` in front. */
export const withPending = (transaction: Transaction, before: Pending | null): Pending => ({ transaction, before, written: false })

/** What of a chain was not written, oldest first; it counts as written from now on. */
export function takePending(chain: Pending | null): readonly Transaction[] {
  const transactions: Transaction[] = []
  let pending = chain
  while (pending !== null && !pending.written) {
    const { before }: Pending = pending
    pending.written = true
    pending.before = null // else every state would keep all that came before it
    transactions.unshift(pending.transaction)
    pending = before
  }
  return transactions
}

import { hasOwnWords, withKept } from '#client/features/room/index.ts'
import { api, type KeptText } from '#client/platform/index.ts'
import { paths } from './paths.ts'

/** Signs out and forgets what this computer keeps for the account, except what `keep` says. Rejects as `api.signOut` does. */
export async function signOutOf(accountId: string, keep: (text: KeptText) => boolean): Promise<void> {
  await api.signOut()
  await withKept(accountId, (kept) => kept.forget(keep))
  // A new page, so that nothing of what this person saw stays in the memory of a computer that others may use.
  window.location.assign(paths.signIn())
}

/** Whether this computer holds words of the account that the server does not. */
export const holdsOwnWords = async (accountId: string): Promise<boolean> =>
  (await withKept(accountId, async (kept) => (await kept.list()).some(hasOwnWords))) ?? false

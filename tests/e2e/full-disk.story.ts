import { expect, onTestFinished, test } from 'vitest'
import { NO_MOUNT, smallDisk } from '#tests/faults/small-disk.ts'
import { openBrowser } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { chairSignsUp, isSaved, paper, putsCaretBehind, readsPage, sees } from './support/people.ts'

test('on a full disk editing goes on, the page says that nothing is being saved, and it recovers when there is space', async ({ skip }) => {
  const disk = smallDisk(12)
  if (disk === null) {
    skip(NO_MOUNT)
    return
  }
  const [browser, house] = await Promise.all([openBrowser(), openHouse(disk.dataDir)])
  onTestFinished(async () => {
    await browser.close()
    await house.close()
  })
  const chair = await chairSignsUp(browser, house)
  await chair.page.getByRole('button', { name: /Start from the sample/ }).click()
  await chair.page.getByRole('link', { name: 'Open', exact: true }).first().click()
  await paper(chair).locator('[data-clause]').first().waitFor()

  disk.fill()
  await putsCaretBehind(chair, 'Scope of application')
  await chair.page.keyboard.type(' while the disk is full', { delay: 5 })
  await chair.page.locator('.saved-state[data-state="unstored"]').waitFor()
  await chair.page.getByRole('alert').filter({ hasText: 'disk is full' }).waitFor()
  await chair.page.keyboard.type(', and on')
  expect((await readsPage(chair)).join('\n')).toContain('Scope of application while the disk is full, and on')
  expect((await fetch(`${house.url}/healthz`)).status).toBe(503)

  disk.free()
  await isSaved(chair)
  expect((await fetch(`${house.url}/healthz`)).status).toBe(200)
  await house.kill()
  await house.restart()
  await chair.page.reload()
  await sees(async () => (await readsPage(chair)).join('\n')).toContain('Scope of application while the disk is full, and on')
})

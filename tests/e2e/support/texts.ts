import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** Two treaties to compare, as files, and what their import must show. */
export type TwoTexts = Readonly<{
  base: Readonly<{ path: string; title: string; articles: number }>
  revised: Readonly<{ path: string; title: string; articles: number }>
  fromCorpus: boolean
}>

/** Budapest and UNCAC from the corpus; where it is absent, says so and takes the project's own two drafts. */
export function twoTexts(): TwoTexts {
  const corpus = resolve(process.env['TRAVAUX_CORPUS'] ?? '../shared/corpus')
  const [budapest, uncac] = ['budapest-ets185-en.txt', 'uncac-en.txt'].map((file) => resolve(corpus, 'treaties', file))
  if (budapest !== undefined && uncac !== undefined && existsSync(budapest) && existsSync(uncac)) {
    return {
      base: { path: budapest, title: 'Convention on Cybercrime', articles: 48 },
      revised: { path: uncac, title: 'Convention against Corruption', articles: 71 },
      fromCorpus: true,
    }
  }
  console.warn(`\n!! The corpus is not at ${corpus} (TRAVAUX_CORPUS): the story uses the project's own two drafts instead of Budapest and UNCAC.\n`)
  return {
    base: { path: resolve('server/samples/draft-budapest-manner.txt'), title: 'Draft in the manner of Budapest', articles: 56 },
    revised: { path: resolve('server/samples/draft-comprehensive.txt'), title: 'Comprehensive draft', articles: 70 },
    fromCorpus: false,
  }
}

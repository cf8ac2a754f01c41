import type { ArticleGold } from './reading.ts'

/** First Additional Protocol to the Convention on Cybercrime (ETS 189), by reading. */
export const PROTOCOL_ARTICLES: readonly ArticleGold[] = [
  ['1', 'Purpose', 1],
  ['2', 'Definition', 2],
  ['3', 'Dissemination of racist and xenophobic material through computer systems', 3],
  ['4', 'Racist and xenophobic motivated threat', 1],
  ['5', 'Racist and xenophobic motivated insult', 2],
  ['6', 'Denial, gross minimisation, approval or justification of genocide or crimes against humanity', 2],
  ['7', 'Aiding and abetting', 1],
  ['8', 'Relations between the Convention and this Protocol', 2],
  ['9', 'Expression of consent to be bound', 3],
  ['10', 'Entry into force', 2],
  ['11', 'Accession', 2],
  ['12', 'Reservations and declarations', 3],
  ['13', 'Status and withdrawal of reservations', 2],
  ['14', 'Territorial application', 3],
  ['15', 'Denunciation', 2],
  ['16', 'Notification', 1],
]

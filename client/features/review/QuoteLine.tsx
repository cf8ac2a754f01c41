/** What a thread is about: the clause's citation and, if it is about words, the words. */
export function QuoteLine({ citation, quote }: Readonly<{ citation: string; quote: string | null }>) {
  return (
    <p className="review__subject">
      <strong>{citation}</strong>
      {quote !== null && <q>{quote}</q>}
    </p>
  )
}

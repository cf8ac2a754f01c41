/** A treaty of two articles, as somebody would paste it. */
export const SHORT_TREATY = `Convention on trials

Chapter I. General provisions

Article 1
Purposes

1. The purposes of this Convention are to prevent trials.

2. Each State Party shall cooperate.

Article 2
Illegal access

1. Each State Party shall adopt such measures as may be necessary.

2. A State Party may require that the offence be committed:

(a) By infringing security measures;

(b) With dishonest intent.
`

/** Text as a file of the bring-in request. */
export const fileOf = (name: string, content: string | Uint8Array) => ({ name, base64: Buffer.from(content).toString('base64') })

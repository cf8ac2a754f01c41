/** Whether a request with this `Origin`, asked of this `Host`, comes from a page of ours. */
export type AllowedOrigin = (origin: string | undefined, host: string | undefined) => boolean

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/**
 * The rule for every writing request and every upgrade: the page came from the host that was asked, or from the public address;
 * among the names of this computer itself the port alone decides. Browsers always send an origin with such requests, so none is a no.
 */
export function originRule(publicUrl: string | null): AllowedOrigin {
  return (origin, host) => {
    if (origin === undefined || !URL.canParse(origin)) return false
    const from = new URL(origin)
    if (from.origin === publicUrl) return true
    // This server speaks plain http: a page from https came through a proxy, whose address is the public one.
    if (from.protocol !== 'http:' || host === undefined || !URL.canParse(`http://${host}`)) return false
    const asked = new URL(`http://${host}`)
    return from.host === asked.host || (from.port === asked.port && LOOPBACK.includes(from.hostname) && LOOPBACK.includes(asked.hostname))
  }
}

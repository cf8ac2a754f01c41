import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

/** What the benchmarks use of `@hocuspocus/provider` 4. */
export declare class HocuspocusProviderWebsocket {
  constructor(options: Readonly<{ url: string; WebSocketPolyfill: unknown }>)
  destroy(): void
}

export declare class HocuspocusProvider {
  readonly awareness: Awareness | null
  constructor(options: Readonly<{ websocketProvider: HocuspocusProviderWebsocket; name: string; document: Y.Doc; token: string }>)
  attach(): void
  on(event: 'synced', listener: (value: unknown) => void): void
  destroy(): void
}

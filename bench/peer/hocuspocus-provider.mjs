// The peer's own client. It is installed with bench/package.json only, so what is used of it is typed beside this file.
export { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'

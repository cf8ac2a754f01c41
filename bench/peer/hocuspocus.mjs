// Hocuspocus with its SQLite extension on a free port, everything else as it comes; prints the port. `node hocuspocus.mjs FILE`.
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const server = new Server({ quiet: true, port: 0, address: '127.0.0.1', extensions: [new SQLite({ database: process.argv[2] })] })
await server.listen()
console.log(server.address.port)

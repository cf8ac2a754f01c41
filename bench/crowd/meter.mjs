// Loaded before a server that is measured: answers every message of its parent with what the process has used so far.
// `gc` in the message: collects what is garbage first.
process.on('message', (what) => {
  if (what === 'gc') globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { heapUsed, external, rss } = process.memoryUsage()
  process.send?.({ cpuMs: (user + system) / 1_000, heapBytes: heapUsed + external, rssBytes: rss })
})
// The meter alone must not keep a server alive, nor end it when the bench is gone before it.
process.channel?.unref()
process.on('disconnect', () => process.exit())

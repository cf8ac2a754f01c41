/** Prints, on SIGUSR2, a line of JSON with what memory the process takes, in bytes, after a collection where `--expose-gc` allows one. */
export function reportMemory(): void {
  process.on('SIGUSR2', () => {
    global.gc?.()
    const { rss, heapUsed, external } = process.memoryUsage()
    process.stdout.write(`${JSON.stringify({ rss, heapUsed, external })}\n`)
  })
}

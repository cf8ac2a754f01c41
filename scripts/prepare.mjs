// What `npm start`, `npm test` and `npm run bench` need before anything can run. Plain JavaScript with nothing but
// Node's own modules: it runs before the packages are there, and on a Node that may be too old for the rest.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Ends the program with one plain sentence. */
export function giveUp(sentence) {
  process.stderr.write(`\ntravaux: ${sentence}\n`)
  process.exit(1)
}

/** Travaux runs on Node 20.19 and newer 20s, and on 22.12 and newer. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const fits = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
  if (!fits) giveUp(`this is Node ${process.versions.node}; Travaux needs Node 20.19 or newer (20.19+, 22.12+ or 24). Install it from https://nodejs.org and run the command again.`)
}

function checkWritable() {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    giveUp(`the folder ${root} cannot be written to, so nothing can be installed or built there. Give yourself the right to write in it, or clone Travaux somewhere else.`)
  }
}

/** Runs a command with its output shown, and resolves with its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 1))
  })
}

const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex')
const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

function keepStamp(path, stamp) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, stamp)
}

/**
 * Installs the packages of `folder` unless they are the ones its lock file names. `dev` also installs what only tests need;
 * packages installed with them serve without them too.
 */
export async function ensureInstalled({ folder = root, dev = false } = {}) {
  const lock = readIfThere(join(folder, 'package-lock.json')) || readIfThere(join(folder, 'package.json'))
  const stampFile = join(folder, 'node_modules', '.travaux-installed')
  const full = hashOf(lock, 'with-dev')
  const lean = hashOf(lock, 'without-dev')
  const found = readIfThere(stampFile)
  if (found === full || (!dev && found === lean)) return
  checkWritable()
  const command = existsSync(join(folder, 'package-lock.json')) ? 'ci' : 'install'
  process.stdout.write(`travaux: installing packages${folder === root ? '' : ` of ${folder.slice(root.length + 1)}`} (npm ${command}) …\n`)
  const args = [command, '--no-audit', '--no-fund', '--loglevel=error', ...(dev ? [] : ['--omit=dev'])]
  const code = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: folder, shell: process.platform === 'win32' })
  if (code !== 0) giveUp(`npm could not install the packages (see its message above). Check the network or npm's registry settings, then run the command again.`)
  keepStamp(stampFile, dev ? full : lean)
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

/** Builds the client into dist/client unless it was built from these very sources. */
export async function ensureBuilt() {
  const sources = [...filesBelow(join(root, 'client')), ...filesBelow(join(root, 'shared')), join(root, 'vite.config.ts'), join(root, 'package-lock.json')]
  const stamp = hashOf(...sources.flatMap((path) => [path.slice(root.length), readFileSync(path)]))
  const stampFile = join(root, 'dist', '.travaux-built')
  if (readIfThere(stampFile) === stamp && existsSync(join(root, 'dist', 'client', 'index.html'))) return
  checkWritable()
  process.stdout.write('travaux: building the client …\n')
  const code = await run(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'])
  if (code !== 0) giveUp('the client could not be built (see the message above).')
  keepStamp(stampFile, stamp)
}

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

const isFile = (path) => existsSync(path) && statSync(path).isFile()

/** The path of a Chromium: `TRAVAUX_BROWSER`, an installed one, or Debian's package installed now. Gives up where none can be had. */
export async function ensureBrowser() {
  const wanted = process.env['TRAVAUX_BROWSER']
  if (wanted !== undefined) {
    if (!isFile(wanted)) giveUp(`TRAVAUX_BROWSER names ${wanted}, which is not there.`)
    return wanted
  }
  const found = BROWSERS.find(isFile)
  if (found !== undefined) return found
  await installPackages(['chromium'])
  const installed = BROWSERS.find(isFile)
  if (installed === undefined) giveUp('no Chromium was found for the browser tests. Install Chromium or Chrome, or set TRAVAUX_BROWSER to its path.')
  return installed
}

/** Installs Debian packages, where there is apt and the right to use it; otherwise changes nothing. */
async function installPackages(packages) {
  if (spawnSync('apt-get', ['--version']).error !== undefined) return
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = async (...args) => {
    const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y', ...args]
    return run(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  process.stdout.write(`travaux: installing ${packages.join(', ')} (apt-get) …\n`)
  await apt('update')
  await apt('install', '--no-install-recommends', ...packages)
}

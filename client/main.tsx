import '@fontsource-variable/source-sans-3/index.css'
import '@fontsource-variable/source-sans-3/wght-italic.css'
import '@fontsource-variable/source-serif-4/index.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@mantine/core/styles.layer.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/treaty.css'
import { createRoot } from 'react-dom/client'
import { invariant } from '#shared/kernel/index.ts'
import { fetchAhead } from './app/ahead.ts'
import { App } from './app/App.tsx'
import { startMessages } from './messages/index.ts'
import { newQueryClient } from './platform/index.ts'

const queries = newQueryClient()
void fetchAhead(queries, window.location.pathname)
await startMessages()
const host = document.getElementById('root')
invariant(host, 'index.html has #root')
createRoot(host).render(<App queries={queries} />)

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'react-toss-checkout/styles.css'
import { App } from './App.js'
import { ApiError } from './api.js'
import { LanguageProvider } from './language.js'
import { settings } from './settings.js'
import './styles/base.css'
import './styles/parts.css'
import './styles/pages.css'
import './styles/membership.css'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only what did not arrive is asked for again.
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
    },
  },
})

// For TanStack's browser extension, where no money moves.
if (settings.sandbox) Object.assign(window, { __TANSTACK_QUERY_CLIENT__: client })

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <App />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Panel } from './panel.tsx'

// Guidance, settings and policy only. A case is never cached here: it lives in `TabCases` and dies with its page.
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: Infinity, refetchOnWindowFocus: false } } })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Panel />
      </QueryClientProvider>
    </StrictMode>,
  )
}

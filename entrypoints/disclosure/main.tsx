import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Workbench } from './workbench.tsx'

// Rules and settings only. Documents, findings and decisions are state of the page and die with it.
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: Infinity, refetchOnWindowFocus: false } } })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Workbench />
      </QueryClientProvider>
    </StrictMode>,
  )
}

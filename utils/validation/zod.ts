import { z } from 'zod'

// Without this zod probes `new Function`, which our own CSP forbids and would report in every extension page.
z.config({ jitless: true })

export { z }

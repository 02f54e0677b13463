import { startPage } from '#components/ui/start-page.tsx'
import { Panel } from './panel.tsx'

startPage(<Panel />)

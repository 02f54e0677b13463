import { startPage } from '#components/ui/start-page.tsx'
import { OptionsPage } from './options-page.tsx'

startPage(<OptionsPage />)

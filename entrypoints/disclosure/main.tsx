import { startPage } from '#components/ui/start-page.tsx'
import { Workbench } from './workbench.tsx'

startPage(<Workbench />)

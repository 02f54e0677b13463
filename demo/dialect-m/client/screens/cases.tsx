import { GroupCard } from '../components/group-card.tsx'
import { GroupGrid, useList } from '../components/group-grid.tsx'
import { ScreenHead } from '../components/screen-head.tsx'

export function Cases({ guid }: { guid: string }) {
  const list = useList(guid, 'caseList')
  return (
    <>
      <ScreenHead title="Sager" />
      <GroupGrid
        list={list}
        label="Sager"
        noun="sag|sager"
        empty="Ingen sager."
        keys={[
          'caseList.number',
          'caseList.type',
          'caseList.targetGroup',
          'caseList.status',
          'caseList.start',
          'caseList.end',
          'caseList.caseworker',
          'caseList.primary',
        ]}
      />
      <GroupCard guid={guid} group="process" />
    </>
  )
}

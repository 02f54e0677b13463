import { useState } from 'react'
import type { PeopleAnswer, PersonRow } from '#demo/server/api.ts'
import { shownEnum } from '#demo/labels.ts'
import { Button } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { Link } from '../components/link.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { Awaited } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { useResource } from '../use-resource.ts'
import { useTitle } from '../use-title.ts'
import { shownCpr } from '../words.ts'

let newsClosed = false

/** The start page: what there is to practise on. */
export function Start() {
  useTitle('Forside')
  const people = useResource<PeopleAnswer>('/api/people')
  const [news, setNews] = useState(!newsClosed)
  const close = () => {
    newsClosed = true
    setNews(false)
  }
  return (
    <>
      {news && (
        <section aria-label="Meddelelser" className={cx('notice')}>
          <div>
            <strong className={cx('strong')}>Meddelelser</strong>
            <p>Alle borgere, sager og numre her er opdigtede. Det, du gemmer, gælder kun din egen øvelse.</p>
          </div>
          <Button look="icon" title="Luk meddelelser" onClick={close}>
            <Icon name="xmark" size={16} />
          </Button>
        </section>
      )}
      <ScreenHead title="Øvelsessager" lead="Vælg en borger og øv dig. Hver sag har noget, man skal få øje på." />
      <Awaited of={people} lines={8}>
        {({ people: persons }) => (
          <div className={cx('tiles')}>
            {persons.map((person) => (
              <PersonTile key={person.guid} person={person} story={person.story} />
            ))}
          </div>
        )}
      </Awaited>
    </>
  )
}

function PersonTile({ person, story }: { person: PersonRow; story: string }) {
  const { steering } = useSession()
  return (
    <Link to={`/borger/${person.guid}/overblik`} className={cx('MuiCard-root', 'tile')}>
      <span className={cx('tileName')}>{person.name}</span>
      <span className={cx('tileMeta')}>
        {[
          shownCpr(person.cpr, steering.maskCpr),
          person.age === null ? null : `${person.age} år`,
          person.targetGroup && shownEnum('case.targetGroup', person.targetGroup),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={cx('story')}>{story}</span>
    </Link>
  )
}

import { type Case, caseDelays } from '../../../portfolio/cases/case.ts';
import { demonstrationId } from '../../../portfolio/demonstration/ensure-demonstration.ts';
import { casePath, casePlanPath, servicePath } from '../../view/addresses.ts';
import type { Lesson } from '../../view/lesson.ts';
import { WhatItTakes } from '../cases/what-it-takes.tsx';

/** What a case of the library teaches: how its effect would be seen, what misleads, what others did. */
export function ExampleLesson({ lesson: { example, alike } }: { readonly lesson: Lesson }) {
  return (
    <>
      <section aria-labelledby="voir">
        <h2 id="voir">À quoi verrait-on l’effet&nbsp;?</h2>
        <dl class="purpose">
          <dt>Ce que l’équipe regarde</dt>
          <dd>{example.measured}</dd>
          <dt>Où cela se voit</dt>
          <dd>{capitalised(example.outcomeSource)}.</dd>
          <dt>Au bout de combien de temps</dt>
          <dd>{capitalised(caseDelays[example.delay])}.</dd>
          <dt>Ce qui peut tromper</dt>
          <dd>
            <strong>{example.wentWrong}</strong>
          </dd>
        </dl>
      </section>
      <WhatItTakes method={example.method} />
      <p>
        Pour votre service&nbsp;: <a href={casePath(example.id)}>ce cas dans la bibliothèque</a>, et{' '}
        <a href={casePlanPath(example.id)}>son plan de départ</a> (impact.yaml).
      </p>
      {alike.length > 0 && (
        <section aria-labelledby="ailleurs">
          <h2 id="ailleurs">Ce que d’autres ont fait de semblable</h2>
          <ul>
            {alike.map((other) => (
              <Other other={other} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Other({ other }: { readonly other: Case }) {
  return (
    <li>
      <a href={servicePath(demonstrationId(other.id))}>{other.name}</a>&nbsp;: {lowered(other.measured)}{' '}
      {other.wentWrong}
    </li>
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

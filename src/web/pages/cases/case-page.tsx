import {
  type Case,
  caseDelays,
  caseDomains,
  caseMethods,
  factsOf,
  outcomeSources,
  traps,
} from '../../../portfolio/cases/case.ts';
import { workedExample } from '../../../portfolio/cases/examples/worked-example.ts';
import { starterPlan } from '../../../portfolio/cases/plans/starter-plan.ts';
import type { Link } from '../../dsfr/link.ts';
import { Page } from '../../layout/page.tsx';
import type { Site } from '../../layout/site.ts';
import { casePath, casePlanPath, methodPath } from '../../view/addresses.ts';
import { WhatItTakes } from './what-it-takes.tsx';

interface Props {
  readonly site: Site;
  readonly example: Case;
  readonly alike: readonly Case[];
  /** The service of the demonstration that shows it, when the site has it. */
  readonly shown: Link | null;
}

/** A case: the effect, how it is looked at, what misled, what to take from it, and a plan to start from. */
export function CasePage({ site, example, alike, shown }: Props) {
  const { id, name, organisation, mission, effect } = example;
  return (
    <Page
      site={site}
      title={name}
      description={`${name} : ${example.measured} Ce qui a trompé, et un plan pour commencer.`}
      path={casePath(id)}
      trail={[
        { href: '/', name: 'Accueil' },
        { href: '/cas', name: 'Des cas réels' },
      ]}
    >
      <article class="service">
        <header class="service-head">
          <h1>{name}</h1>
          <ul class="service-facts">
            <li>{organisation}</li>
          </ul>
        </header>
        <section class="opening" aria-label="La mission et l’effet recherché">
          <p class="mission">{mission}</p>
          <dl class="purpose">
            <dt>Ce qui doit changer</dt>
            <dd>{effect.statement}</dd>
            <dt>Pour qui</dt>
            <dd>{capitalised(effect.beneficiaries)}.</dd>
            <dt>Domaine</dt>
            <dd>{capitalised(caseDomains[effect.domain])}.</dd>
          </dl>
        </section>
        <section class="known" aria-labelledby="retenir">
          <h2 id="retenir">Ce qu’on peut en retenir</h2>
          <p class="sentence-rest">{example.lesson}</p>
        </section>
        <HowItIsSeen example={example} />
        <section aria-labelledby="trompe">
          <h2 id="trompe">Ce qui a trompé, ou aurait pu</h2>
          <p>
            <strong>{capitalised(traps[example.trap])}.</strong> {example.wentWrong}
          </p>
        </section>
        <WhatItTakes method={example.method} />
        <Worked id={id} />
        <Plan example={example} />
        {alike.length > 0 && <Alike alike={alike} />}
        <Facts example={example} shown={shown} />
      </article>
    </Page>
  );
}

function HowItIsSeen({ example }: { readonly example: Case }) {
  const { measured, how, method, outcome, outcomeSource, delay } = example;
  return (
    <section aria-labelledby="regarde">
      <h2 id="regarde">Comment l’effet est regardé</h2>
      <p>{how}</p>
      <dl class="purpose">
        <dt>Ce qui est mesuré</dt>
        <dd>{measured}</dd>
        <dt>Façon de mesurer</dt>
        <dd>{capitalised(caseMethods[method])}.</dd>
        <dt>Où cela se voit</dt>
        <dd>
          {capitalised(outcomeSource)}
          {outcome === 'none' ? '.' : ` (${outcomeSources[outcome]}).`}
        </dd>
        <dt>Au bout de combien de temps</dt>
        <dd>{capitalised(caseDelays[delay])}.</dd>
      </dl>
    </section>
  );
}

/** Where the case is worked through to its figure, for those that are. */
function Worked({ id }: { readonly id: string }) {
  const worked = workedExample(id);
  if (worked === null) return null;
  return (
    <section aria-labelledby="travaille">
      <h2 id="travaille">Le cas travaillé jusqu’au chiffre</h2>
      <p>
        <a href={methodPath(worked.guide)}>Le raisonnement pas à pas</a>, avec ce que Foulée répond. Pour le
        refaire chez vous, sur des données simulées&nbsp;: <code>foulee cases example {id} exemple</code>,
        puis <code>foulee measure exemple/impact.yaml</code>.
      </p>
    </section>
  );
}

function Plan({ example }: { readonly example: Case }) {
  const { id, name } = example;
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">Un plan pour commencer</h2>
      <p>
        Ce n’est pas ce que l’équipe de {name} a fait&nbsp;: c’est ce qu’un service semblable peut faire,
        sachant ce qui l’a trompée. Reprenez-le, changez les noms, les fichiers et les dates.
      </p>
      <p>
        <a class="fr-btn" href={casePlanPath(id)} download="impact.yaml">
          Télécharger impact.yaml
        </a>
      </p>
      <details class="filter-more">
        <summary>Lire le plan ici</summary>
        <pre tabindex={0}>
          <code>{starterPlan(example)}</code>
        </pre>
      </details>
      <p>
        Dans un terminal&nbsp;: <code>foulee cases plan {id} &gt; impact.yaml</code>, puis{' '}
        <code>foulee check impact.yaml</code>. <a href="/methodes/plan">Le guide du plan</a> explique chaque
        ligne.
      </p>
    </section>
  );
}

function Alike({ alike }: { readonly alike: readonly Case[] }) {
  return (
    <section aria-labelledby="ailleurs">
      <h2 id="ailleurs">D’autres regardent de la même façon</h2>
      <ul>
        {alike.map(({ id, name, effect }) => (
          <li>
            <a href={casePath(id)}>{name}</a>&nbsp;: {effect.statement}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ example, shown }: { readonly example: Case; readonly shown: Link | null }) {
  return (
    <section aria-labelledby="faits">
      <h2 id="faits">D’où viennent ces faits</h2>
      <p>
        De documents publics, lus en août 2026 sur GitHub et racontés avec nos mots. L’équipe n’a rien publié
        ici.
        {example.partlyOurs && (
          <> Ce qui est mesuré, ou quand, est en partie notre lecture&nbsp;: la fiche ne dit pas tout.</>
        )}
      </p>
      <ul>
        {factsOf(example).map((fact) => (
          <li>
            <code>{fact}</code>
          </li>
        ))}
      </ul>
      {shown !== null && (
        <p>
          Dans la démonstration&nbsp;: <a href={shown.href}>{shown.name}</a>.
        </p>
      )}
    </section>
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

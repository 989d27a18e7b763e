import type { DeskService } from '../../../../committee/desk/desk-service.ts';
import { yearlyCost } from '../../../../committee/desk/desk-words.ts';
import { reviewerText, stateWords } from '../../../../committee/review/state-words.ts';
import { decisionWords } from '../../../../committee/sessions/decision-words.ts';
import { answerWords, shortReasons } from '../../../../committee/suggestion/words.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { phaseName } from '../../../../portfolio/phases.ts';
import { freshness } from '../../../../publish/freshness/freshness.ts';
import { Freshness } from '../../../pages/freshness.tsx';
import { LevelBadge } from '../../../pages/level-badge.tsx';
import { shortSentence } from '../../../pages/split-sentence.ts';
import { spacePath } from '../../../team/paths.ts';
import { costsPath } from '../../costs/paths.ts';
import { committeesPath, sessionPath } from '../../sessions/paths.ts';
import { termsPath } from '../../terms/paths.ts';
import { taskPath } from './waiting-section.tsx';

interface Props {
  readonly service: DeskService;
  readonly today: string;
}

/** One service: who it is, what is known and suggested, how sure and since when, what waits. */
export function DeskCard({ service, today }: Props) {
  const { id, name, organisations, incubators, phase, demonstration, published, level, tasks } = service;
  const { sentence, trend } = service;
  const facts = [
    ...organisations.map((own) => own.name),
    ...(organisations.length === 0 ? incubators.map((own) => own.name) : []),
    ...(phase === null ? [] : [phaseName(phase)]),
    ...(demonstration ? ['démonstration'] : []),
  ];
  return (
    <li class="service-item desk-item">
      <div>
        <h4>
          <a href={spacePath(id)}>{name}</a>
        </h4>
        <p class="service-item-facts">{facts.join(' · ')}</p>
        <Committee service={service} />
      </div>
      <div class="service-item-known">
        <p>{sentence === null ? typeset(service.nextStep()) : typeset(shortSentence(sentence))}</p>
        <Suggestion service={service} />
        {tasks.length > 0 && (
          <ul class="desk-tasks">
            {tasks.map((task) => (
              <li>
                <a href={taskPath(service, task)}>{task.sentence()}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="service-item-state">
        {level !== null && <LevelBadge level={level} />}
        <Review service={service} />
        {trend !== null && <p class="trend">{typeset(trend)}</p>}
        <Cost service={service} />
        {published !== null && <Freshness freshness={freshness(published.freshness, today)} />}
      </div>
    </li>
  );
}

function Suggestion({ service: { group, suggestion, id, name, nextCommittee } }: Pick<Props, 'service'>) {
  if (group === 'unmeasured' || group === 'ended') return null;
  const { answer, because } = suggestion;
  const said = (
    <>
      <strong>{answerWords[answer]}</strong>&nbsp;: {typeset(shortReasons[because])}
    </>
  );
  return (
    <p class="desk-suggestion">
      Ce que suggèrent les données&nbsp;: {said}.
      {because === 'no-threshold' && (
        <>
          {' '}
          <a href={termsPath(id)} aria-label={`Fixer un seuil pour ${name}`}>
            Fixer un seuil
          </a>
        </>
      )}
      {nextCommittee !== null && (
        <>
          {' '}
          <a
            href={`${sessionPath(id, nextCommittee.session)}/dossier`}
            aria-label={`Les raisons, dans le dossier du comité de ${name}`}
          >
            Les raisons
          </a>
        </>
      )}
    </p>
  );
}

function Committee({ service: { id, nextCommittee, lastDecision, group } }: Pick<Props, 'service'>) {
  return (
    <>
      {nextCommittee !== null ? (
        <p class="desk-fact">
          <a href={sessionPath(id, nextCommittee.session)}>Comité du {frenchDay(nextCommittee.day)}</a>
        </p>
      ) : (
        group !== 'ended' && (
          <p class="desk-fact">
            <a href={committeesPath(id)}>Aucun comité prévu</a>
          </p>
        )
      )}
      {lastDecision !== null && (
        <p class="desk-fact">
          Dernière décision, le {frenchDay(lastDecision.day)}&nbsp;: {decisionWords[lastDecision.kind].name}
        </p>
      )}
    </>
  );
}

function Review({ service: { state } }: Pick<Props, 'service'>) {
  const { review } = state;
  return (
    <p class="trend">
      {stateWords[state.state].name}
      {review !== null && (
        <>
          <br />
          <small>{typeset(reviewerText(review))}</small>
        </>
      )}
    </p>
  );
}

const Cost = ({ service: { id, costPerYear, group } }: Pick<Props, 'service'>) => {
  if (costPerYear !== null)
    return (
      <p class="desk-fact">
        <a href={costsPath(id)}>{yearlyCost(costPerYear)}</a>
      </p>
    );
  return group === 'ended' ? null : (
    <p class="desk-fact">
      <a href={costsPath(id)}>Coût inconnu</a>
    </p>
  );
};

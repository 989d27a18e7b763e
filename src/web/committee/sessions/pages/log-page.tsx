import { checkDue } from '../../../../committee/sessions/check-due.ts';
import type { Decision } from '../../../../committee/sessions/decision.ts';
import { checkWords, decisionWords } from '../../../../committee/sessions/decision-words.ts';
import { moneySentence } from '../../../../committee/sessions/money-sentence.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { shortSentence } from '../../../pages/split-sentence.ts';
import { publicationPath } from '../../../view/addresses.ts';
import { sessionPath } from '../paths.ts';

interface Props {
  /** The latest first. */
  readonly decisions: readonly Decision[];
  readonly total: number;
  /** Of the services, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly summary: readonly string[];
  readonly today: string;
}

export function LogPage({ decisions, total, names, summary, today }: Props) {
  return (
    <>
      <p>
        <a href="/equipe">Mes services</a>
      </p>
      <h1>Registre des décisions</h1>
      <p class="mission">
        Ce que les comités ont décidé, sur quelles preuves, et ce que cela a donné six mois et un an plus
        tard.
      </p>
      <h2>Décidons-nous bien&nbsp;?</h2>
      {summary.map((sentence) => (
        <p>{typeset(sentence)}</p>
      ))}
      <h2>Les décisions</h2>
      {decisions.length === 0 && <p>Aucune décision n’est encore écrite sur vos services.</p>}
      {decisions.length > 0 && (
        <ul class="week-lines">
          {decisions.map((decision) => (
            <Line decision={decision} name={names.get(decision.service) ?? decision.service} today={today} />
          ))}
        </ul>
      )}
      {total > decisions.length && (
        <p>
          Les {decisions.length} dernières sur {total}. Les plus anciennes se lisent depuis chaque service.
        </p>
      )}
    </>
  );
}

interface LineProps {
  readonly decision: Decision;
  readonly name: string;
  readonly today: string;
}

function Line({ decision, name, today }: LineProps) {
  const { service, session, kind, reason, evidence, entries, checks } = decision;
  const money = moneySentence(decision);
  const last = checks.at(-1);
  return (
    <li>
      <p class="week-text">
        <strong>
          <a href={sessionPath(service, session)}>
            {name}, le {frenchDay(decision.decidedOn)}
          </a>
        </strong>
        &nbsp;: {typeset(decisionWords[kind].name)}.
      </p>
      <p class="week-text">
        {typeset(reason)}
        {money !== null && ` ${typeset(money)}`}
      </p>
      {evidence.sentence !== null && (
        <p>Ce qui était su&nbsp;: {typeset(shortSentence(evidence.sentence))}</p>
      )}
      <p class="freshness">
        {decision.isPublic ? 'Publique' : 'Pas publique'}
        {entries.length > 0 && ', complétée depuis'}. Preuves figées le {frenchDay(evidence.day)}
        {evidence.publication !== null && (
          <>
            {' '}
            d’après{' '}
            <a href={publicationPath(service, String(evidence.publication.number))}>
              la publication du {frenchDay(evidence.publication.day)}
            </a>
          </>
        )}
        , empreinte <code class="committee-hash">{evidence.sha256.slice(0, 16)}…</code>
      </p>
      {last !== undefined && (
        <p>
          <span class="week-mark">{checkWords[last.verdict]}</span>
          {typeset(last.word)}
        </p>
      )}
      {checkDue(decision, today) !== null && (
        <p>
          <a href={`${sessionPath(service, session)}#decision`}>
            À relire<span class="fr-sr-only"> : {name}</span>
          </a>
        </p>
      )}
    </li>
  );
}

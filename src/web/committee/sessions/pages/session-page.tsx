import type { CommitteeEvidence } from '../../../../committee/evidence/evidence.ts';
import type { Decision } from '../../../../committee/sessions/decision.ts';
import type { KnownFigure } from '../../../../committee/sessions/known-figures.ts';
import type { LookBack } from '../../../../committee/sessions/look-back.ts';
import type { CommitteeSession } from '../../../../committee/sessions/session.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { PostForm, SubmitButton } from '../../../accounts/form-parts.tsx';
import { Fold } from '../../../dsfr/fold.tsx';
import { dossierPath } from '../../dossier/paths.ts';
import { committeesPath, decidePath, sessionPath } from '../paths.ts';
import type { CommitteePlace } from '../session-place.ts';
import { SessionFields } from './committees-page.tsx';
import { DecisionSection } from './decision-section.tsx';
import { DayField, TextArea } from './fields.tsx';
import { KnownSection } from './known-section.tsx';
import { LastObjectives } from './last-objectives.tsx';
import { NextObjectives } from './next-objectives.tsx';

export interface SessionPageProps {
  readonly place: CommitteePlace;
  readonly session: CommitteeSession;
  /** Frozen, else as known today. */
  readonly evidence: CommitteeEvidence;
  /** The figures objectives are read on: of the day of the freeze, else of today. */
  readonly known: readonly KnownFigure[];
  readonly decision: Decision | null;
  /** What the figures say of the decision, when a look back is due. */
  readonly due: { readonly months: 6 | 12; readonly found: LookBack } | null;
  readonly today: string;
  readonly token: string;
}

/** One committee on one page: what was promised, what is known, what is asked, what was decided. */
export function SessionPage(props: SessionPageProps) {
  const { place, session, evidence, decision } = props;
  const { service } = place;
  return (
    <>
      <p>
        <a href={committeesPath(service.id)}>Les comités de {service.name}</a>
      </p>
      <h1>
        {service.name}&nbsp;: le comité du {frenchDay(session.plannedOn)}
      </h1>
      {evidence.demonstration !== null && <p class="demonstration">{typeset(evidence.demonstration)}</p>}
      <p class="mission">
        {evidence.effect === null
          ? 'L’effet recherché n’est pas encore écrit.'
          : typeset(evidence.effect.statement)}
      </p>
      <p>
        <a href={dossierPath(service.id, session.id)}>Le dossier du comité, à lire ou à imprimer</a>
      </p>
      {decision !== null && <DecisionSection {...props} decision={decision} />}
      <Closed {...session} />
      <LastObjectives {...props} />
      <KnownSection {...props} />
      <NextObjectives {...props} />
      <section class="week-section" aria-labelledby="question-posee">
        <h2 id="question-posee">La question posée au sponsor</h2>
        <p>{typeset(session.question ?? 'Elle n’est pas encore écrite.')}</p>
        {session.moneyEndsOn !== null && <p>L’argent s’arrête le {frenchDay(session.moneyEndsOn)}.</p>}
      </section>
      {decision === null && session.closed === null && <WhatIsNext {...props} />}
    </>
  );
}

/** Why it will not decide. */
function Closed({ closed, service, moneyEndsOn }: CommitteeSession) {
  if (closed === null) return null;
  return (
    <section class="week-section committee-decision" aria-labelledby="clos">
      <h2 id="clos">Clos sans décision le {frenchDay(closed.day)}</h2>
      <p class="week-text">{typeset(closed.reason)}</p>
      <p>
        {moneyEndsOn !== null && <>L’argent s’arrête le {frenchDay(moneyEndsOn)}. </>}
        <a href={committeesPath(service)}>Prévoir un autre comité</a>
      </p>
    </section>
  );
}

/** What remains to be done before the decision, for who may do it. */
function WhatIsNext({ place, session, token }: SessionPageProps) {
  const { frozen } = session;
  const path = sessionPath(session.service, session.id);
  return (
    <section class="week-section next-to-do" aria-labelledby="suite">
      <h2 id="suite">{frozen === null ? 'Préparer' : 'Décider'}</h2>
      {frozen === null ? (
        <>
          <p>
            Une semaine avant le comité, figez les preuves&nbsp;: ce que l’on sait, les objectifs et leurs
            résultats ne changeront plus, et la décision y restera attachée.
          </p>
          {place.mayPrepare && (
            <>
              <PostForm action={`${path}/figer`} token={token}>
                <SubmitButton>Figer les preuves</SubmitButton>
              </PostForm>
              <Fold title="Changer le jour ou la question">
                <PostForm action={path} token={token}>
                  <SessionFields {...session} />
                  <SubmitButton secondary>Enregistrer</SubmitButton>
                </PostForm>
              </Fold>
              <Fold title="Renoncer à ce comité">
                <p>Ses objectifs proposés sont effacés. Rien d’autre ne change.</p>
                <PostForm action={`${path}/renoncer`} token={token}>
                  <SubmitButton secondary>Renoncer à ce comité</SubmitButton>
                </PostForm>
              </Fold>
            </>
          )}
        </>
      ) : (
        <>
          <p>
            Les preuves sont figées depuis le {frenchDay(frozen.day)}. Il reste à décider.
            {!place.mayDecide && ' C’est au sponsor de le faire.'}
          </p>
          {place.mayDecide && (
            <p>
              <a class="fr-btn" href={decidePath(session.service, session.id)}>
                Écrire la décision
              </a>
            </p>
          )}
          {place.mayDecide && (
            <Fold title="Clore ce comité sans décision">
              <p>
                Il ne s’est pas tenu, ou ne décidera rien. Les preuves figées et le dossier restent lisibles,
                et ce comité n’attend plus personne. Cela ne se défait pas.
              </p>
              <PostForm action={`${path}/clore`} token={token}>
                <TextArea name="raison" id="clore-raison" label="Pourquoi" rows={2} />
                <DayField
                  name="jour"
                  id="clore-jour"
                  label="S’il se tient plus tard, quel jour"
                  hint="Un autre comité est alors prévu ce jour-là, avec la même question et la même fin de l’argent."
                  optional
                />
                <SubmitButton secondary>Clore sans décision</SubmitButton>
              </PostForm>
            </Fold>
          )}
          {place.mayPrepare && (
            <Fold title="Le comité change de jour">
              <PostForm action={`${path}/deplacer`} token={token}>
                <DayField name="jour" label="Nouveau jour" value={session.plannedOn} />
                <SubmitButton secondary>Déplacer</SubmitButton>
              </PostForm>
            </Fold>
          )}
          <p class="freshness">
            Empreinte des preuves (SHA-256)&nbsp;: <code class="committee-hash">{frozen.sha256}</code>
          </p>
        </>
      )}
    </section>
  );
}

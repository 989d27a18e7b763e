import type { CommitteeNotice } from '../../../../committee/sessions/committee-notices.ts';
import type { ListedSession } from '../../../../committee/sessions/session.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { PostForm, SubmitButton } from '../../../accounts/form-parts.tsx';
import { Fold } from '../../../dsfr/fold.tsx';
import { spacePath } from '../../../team/paths.ts';
import { committeesPath, decisionsPath, sessionPath } from '../paths.ts';
import type { CommitteePlace } from '../session-place.ts';
import { DayField, TextArea } from './fields.tsx';
import { Notices } from './notices.tsx';

interface Props {
  readonly place: CommitteePlace;
  readonly today: string;
  readonly sessions: readonly ListedSession[];
  readonly notices: readonly CommitteeNotice[];
  /** Held elsewhere, as an import tells them. */
  readonly told: readonly { readonly day: string | null; readonly comment: string | null }[];
  readonly token: string;
}

export function CommitteesPage({ place, today, sessions, notices, told, token }: Props) {
  const { service, mayPrepare } = place;
  const open = sessions.some(({ decision, isClosed }) => decision === null && !isClosed);
  const form = <NewCommittee service={service.id} token={token} />;
  return (
    <>
      <p>
        <a href={spacePath(service.id)}>{service.name}</a>
      </p>
      <h1>Les comités</h1>
      <p class="mission">
        Tous les six mois, un sponsor décide&nbsp;: accélérer, ralentir, arrêter. Ce que l’on savait ce
        jour-là est figé, et la décision se relit plus tard.
      </p>
      <Notices service={service.id} notices={notices} />
      {sessions.length === 0 ? (
        <p>Aucun comité n’est encore prévu ici.</p>
      ) : (
        <ul class="week-lines">
          {sessions.map((session) => (
            <li>
              <a href={sessionPath(service.id, session.id)}>Le comité du {frenchDay(session.plannedOn)}</a>
              <br />
              {stateOf(session, today)}
            </li>
          ))}
        </ul>
      )}
      {mayPrepare &&
        (open ? (
          <Fold title="Prévoir un autre comité">{form}</Fold>
        ) : (
          <>
            <h2>Prévoir un comité</h2>
            {form}
          </>
        ))}
      {told.length > 0 && (
        <>
          <h2>Tenus ailleurs</h2>
          <ul>
            {told.map(({ day, comment }) => (
              <li>
                {day === null ? 'Sans date' : frenchDay(day)}
                {comment !== null && <>&nbsp;: {typeset(comment)}</>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={decisionsPath}>Le registre des décisions de tous vos services</a>
      </p>
    </>
  );
}

function stateOf(session: ListedSession, today: string): string {
  const { plannedOn, moneyEndsOn, frozenOn, decision, isClosed } = session;
  if (decision !== null) return 'Décision prise.';
  if (isClosed) return 'Clos sans décision.';
  if (frozenOn !== null) return `Preuves figées le ${frenchDay(frozenOn)} ; la décision reste à prendre.`;
  const money = moneyEndsOn === null ? '' : ` L’argent s’arrête le ${frenchDay(moneyEndsOn)}.`;
  return `${plannedOn < today ? 'Ce jour est passé, rien n’est figé.' : 'En préparation.'}${money}`;
}

function NewCommittee({ service, token }: { readonly service: string; readonly token: string }) {
  return (
    <PostForm action={committeesPath(service)} token={token}>
      <SessionFields />
      <SubmitButton>Prévoir ce comité</SubmitButton>
    </PostForm>
  );
}

interface FieldsProps {
  readonly plannedOn?: string;
  readonly moneyEndsOn?: string | null;
  readonly question?: string | null;
}

/** The days of a committee and what it asks. */
export function SessionFields({ plannedOn = '', moneyEndsOn = null, question = null }: FieldsProps) {
  return (
    <>
      <DayField name="jour" label="Jour du comité" value={plannedOn} />
      <DayField
        name="argent"
        label="Jour où l’argent s’arrête"
        hint="Un mois avant, et au plus tard deux semaines avant le comité, l’équipe et ses sponsors reçoivent un rappel. Laissez vide s’il n’y en a pas."
        value={moneyEndsOn ?? ''}
        optional
      />
      <TextArea
        name="question"
        label="La question posée au sponsor"
        hint="En une phrase. Par exemple : « Continuer six mois avec le même budget, pour ouvrir à trois régions ? »"
        value={question ?? ''}
        rows={2}
        optional
      />
    </>
  );
}

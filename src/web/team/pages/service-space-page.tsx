import type { TeamWork } from '../../../committee/review/team-work.ts';
import type { CommitteeNotice } from '../../../committee/sessions/committee-notices.ts';
import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { mainMeasure } from '../../../publish/bundle/main-measure.ts';
import type { Freshness as FreshnessFacts } from '../../../publish/freshness/freshness.ts';
import type { LedgerEntry } from '../../../publish/ledger/ledger.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { placePath } from '../../accounts/place-path.ts';
import { costsPath } from '../../committee/costs/paths.ts';
import { reviewsPath } from '../../committee/review/paths.ts';
import { ReviewNotice } from '../../committee/review/review-notice.tsx';
import { Notices } from '../../committee/sessions/pages/notices.tsx';
import { committeesPath } from '../../committee/sessions/paths.ts';
import { termsPath } from '../../committee/terms/paths.ts';
import { Alert } from '../../dsfr/alert.tsx';
import { Fold } from '../../dsfr/fold.tsx';
import { Freshness } from '../../pages/freshness.tsx';
import { shortSentence } from '../../pages/split-sentence.ts';
import { planPath } from '../../plans/paths.ts';
import { servicePath } from '../../view/addresses.ts';
import { entryPath, withdrawalOf } from '../../view/entries.ts';
import { jobsPath, weekPath } from '../../weekly/paths.ts';
import { collectPath, correctionPath, depositPath, spacePath } from '../paths.ts';
import { FileField } from './file-field.tsx';
import { type NextToDoProps, NextToDoSection } from './next-to-do-section.tsx';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly freshness: FreshnessFacts | null;
  /** Oldest first. */
  readonly entries: readonly LedgerEntry[];
  /** Number of the publication that was just made here. */
  readonly justPublished: string | null;
  /** What reviews leave to the team. */
  readonly reviewWork: TeamWork;
  readonly next: Omit<NextToDoProps, 'id' | 'token'>;
  /** What waits in its committees. */
  readonly notices: readonly CommitteeNotice[];
  readonly token: string;
  readonly mayPublish: boolean;
  readonly mayCorrect: boolean;
  readonly mayTakePart: boolean;
}

export function ServiceSpacePage(props: Props) {
  const { id, name, freshness, next, entries, justPublished, token, mayPublish, mayCorrect, mayTakePart } =
    props;
  const isPublished = entries.some(({ publication }) => String(publication.bundle.number) === justPublished);
  return (
    <>
      <p>
        <a href="/equipe">Mes services</a>
      </p>
      <h1>{name}</h1>
      {isPublished && (
        <Alert kind="success" title={`La publication n° ${justPublished} est en ligne`}>
          <p>
            <a href={servicePath(id)}>Lire la page publique</a>. Une page déjà ouverte ailleurs peut montrer
            l’état d’avant pendant une minute.
          </p>
        </Alert>
      )}
      {freshness !== null && <Freshness freshness={freshness} />}
      <ReviewNotice service={id} work={props.reviewWork} />
      <NextToDoSection {...next} id={id} token={token} />
      <CommitteeNotices service={id} notices={props.notices} />
      <h2>Tout l’espace</h2>
      <ul>
        <li>
          <a href={weekPath(id)}>La foulée et les semaines d’avant</a>
        </li>
        <li>
          <a href={servicePath(id)}>La page publique</a>
        </li>
        <li>
          <a href={planPath(id)}>Le plan de mesure</a>
        </li>
        <li>
          <a href={committeesPath(id)}>Les comités et leurs décisions</a>
        </li>
        <li>
          <a href={reviewsPath(id)}>Les relectures : ce qu’en dit quelqu’un d’extérieur</a>
        </li>
        <li>
          <a href={costsPath(id)}>Les budgets, et ce que coûte un effet</a>
        </li>
        <li>
          <a href={termsPath(id)}>Ce qui compte pour le sponsor : le seuil, et ce que vaut un effet</a>
        </li>
        {mayTakePart && (
          <li>
            <a href={placePath({ kind: 'service', id })}>L’équipe et ses clés d’API</a>
          </li>
        )}
        {next.mayWrite && (
          <li>
            <a href={depositPath(id)}>Déposer un fichier de données</a>
          </li>
        )}
        <li>
          <a href={collectPath(id)}>La collecte : ce qui arrive par le réseau</a>
        </li>
        <li>
          <a href={jobsPath(id)}>Les tâches automatiques</a>
        </li>
      </ul>
      <h2>Ce qui est publié</h2>
      {entries.length === 0 ? (
        <p>Rien n’est encore publié.</p>
      ) : (
        <ol class="timeline">
          {entries.toReversed().map((entry) => (
            <PublicationItem id={id} entry={entry} entries={entries} mayCorrect={mayCorrect} />
          ))}
        </ol>
      )}
      {mayPublish &&
        (next.progress.hasPlan ? (
          <Fold title="Publier une mesure faite ailleurs">
            <HowToSend id={id} token={token} />
          </Fold>
        ) : (
          <>
            <h2>Publier une mesure</h2>
            <HowToSend id={id} token={token} />
          </>
        ))}
    </>
  );
}

function CommitteeNotices(props: { readonly service: string; readonly notices: readonly CommitteeNotice[] }) {
  if (props.notices.length === 0) return null;
  return (
    <>
      <h2>Pour le comité</h2>
      <Notices {...props} />
    </>
  );
}

interface ItemProps extends Pick<Props, 'id' | 'entries' | 'mayCorrect'> {
  readonly entry: LedgerEntry;
}

/** One publication: its number is that of the list, which goes from the latest to the first. */
function PublicationItem({ id, entry, entries, mayCorrect }: ItemProps) {
  const { number, publishedOn, measures } = entry.publication.bundle;
  const withdrawn = withdrawalOf(entry) !== null;
  return (
    <li value={number}>
      <strong>
        {frenchDay(publishedOn)}. {stateOf(entry)}.
      </strong>{' '}
      {!withdrawn && (
        <>
          <a href={entryPath(id, entry, entries)}>
            {typeset(shortSentence(mainMeasure(measures)?.headline.sentence ?? ''))}
          </a>
          {mayCorrect && (
            <>
              <br />
              <a href={correctionPath(id, number)}>
                Corriger ou retirer<span class="fr-sr-only"> la publication {number}</span>
              </a>
            </>
          )}
        </>
      )}
    </li>
  );
}

function stateOf(entry: LedgerEntry): string {
  if (withdrawalOf(entry) !== null) return 'Retirée';
  return entry.corrections.length > 0 ? 'Corrigée' : 'En ligne';
}

function HowToSend({ id, token }: { readonly id: string; readonly token: string }) {
  return (
    <>
      <p>
        Si les données ne peuvent pas venir sur ce site, la mesure se fait là où elles sont, dans un
        terminal&nbsp;; seuls des effectifs assez grands pour ne désigner personne arrivent ici.
      </p>
      <ol>
        <li>
          Préparez le fichier&nbsp;:
          <pre>
            <code>foulee publish impact.yaml --service {id} --dry-run --output publication.json</code>
          </pre>
          Si ce service a déjà publié, ajoutez <code>--to</code> et l’adresse de ce site, avec une clé d’API
          dans <code>FOULEE_API_KEY</code>&nbsp;: le fichier doit suivre la dernière publication.
        </li>
        <li>Envoyez-le&nbsp;: vous lirez ce que le public lira. Rien n’est publié avant votre accord.</li>
      </ol>
      <PostForm action={`${spacePath(id)}/publications`} token={token} upload>
        <FileField
          name="fichier"
          label="Le fichier de la publication"
          hint="Écrit par « foulee publish --output ». Format JSON, 5 Mo au plus."
        />
        <SubmitButton>Voir ce que le public lira</SubmitButton>
      </PostForm>
    </>
  );
}

import { describePlan } from '../../../plan/describe.ts';
import { readPlan } from '../../../plan/read-plan.ts';
import { plainDuration } from '../../../platform/french/duration.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { PlanVersion } from '../../../portfolio/plans/plan-version.ts';
import type { Registration } from '../../../portfolio/plans/registration/registrations.ts';
import { textDifference } from '../../../portfolio/plans/text-difference.ts';
import { PostForm } from '../../accounts/form-parts.tsx';
import { frenchInstant } from '../../accounts/french-instant.ts';
import { Fold } from '../../dsfr/fold.tsx';
import { planPath, versionPath, versionsPath } from '../paths.ts';
import { Difference } from './difference.tsx';
import { VersionRegistration } from './version-registration.tsx';

interface ListProps {
  readonly service: { readonly id: string; readonly name: string };
  /** Latest first. */
  readonly versions: readonly PlanVersion[];
  readonly authors: ReadonlyMap<string, string>;
}

export function VersionsPage({ service, versions, authors }: ListProps) {
  return (
    <>
      <p>
        <a href={planPath(service.id)}>Le plan de mesure</a>
      </p>
      <h1>Les versions du plan</h1>
      <p>
        Chaque version est gardée telle qu’elle a été écrite, avec sa date&nbsp;; personne ne peut la changer
        ni la retirer.
      </p>
      {versions.length === 0 && <p>Aucune version n’est encore enregistrée.</p>}
      <ol class="timeline">
        {versions.map(({ version, savedAt, author, note, hash }) => (
          <li value={version}>
            <strong>
              <a href={versionPath(service.id, version)}>Version {version}</a>
            </strong>
            , {frenchInstant(savedAt)}, par {authors.get(author) ?? 'un compte supprimé'}
            {note !== '' && (
              <>
                <br />
                «&nbsp;{note}&nbsp;»
              </>
            )}
            <br />
            Empreinte <code>{hash.slice(0, 12)}</code>
          </li>
        ))}
      </ol>
    </>
  );
}

interface VersionProps {
  readonly service: { readonly id: string; readonly name: string };
  readonly shown: PlanVersion;
  readonly before: PlanVersion | null;
  readonly latest: number;
  /** Of the version shown. */
  readonly registrations: readonly Registration[];
  readonly mayEdit: boolean;
  readonly token: string;
}

/** One version: what it changed, in French then in the text, and how to have it back. */
export function VersionPage({ service, shown, before, latest, registrations, mayEdit, token }: VersionProps) {
  const path = versionPath(service.id, shown.version);
  const from = before === null ? '' : ` depuis la version ${before.version}`;
  return (
    <>
      <p>
        <a href={versionsPath(service.id)}>Les versions du plan</a>
      </p>
      <h1>
        Version {shown.version} du plan, {service.name}
      </h1>
      <p>
        Enregistrée le {frenchInstant(shown.savedAt)}.{shown.note !== '' && <> «&nbsp;{shown.note}&nbsp;»</>}
      </p>
      <VersionRegistration registrations={registrations} plan={readPlan(shown.text).plan} />
      {before !== null && (
        <>
          <h2>Ce qui change{from}</h2>
          <h3>En clair</h3>
          <Difference
            id="en-clair"
            caption="Le plan relu en français"
            parts={textDifference(reading(before.text), reading(shown.text))}
            none="Rien de ce qui est mesuré : seuls des commentaires ou la mise en page changent."
          />
          <h3>Dans le texte</h3>
          <Difference
            id="dans-le-texte"
            caption="Le fichier impact.yaml"
            parts={textDifference(before.text, shown.text)}
            none="Rien."
            numbered
          />
        </>
      )}
      <Fold title="Le texte entier de cette version" open={before === null}>
        <pre>
          <code>{shown.text}</code>
        </pre>
      </Fold>
      <p>
        Empreinte du plan&nbsp;: <code>{shown.hash}</code>
      </p>
      <p>
        <a href={`${path}/impact.yaml`}>Télécharger cette version</a>
      </p>
      {mayEdit && shown.version !== latest && (
        <PostForm action={`${path}/reprendre`} token={token} hidden={{ apres: String(latest) }}>
          <p>
            La reprendre en fait une nouvelle version, la {latest + 1}&nbsp;; celles d’entre-temps restent.
          </p>
          <button class="fr-btn" type="submit">
            Reprendre la version {shown.version}
          </button>
        </PostForm>
      )}
    </>
  );
}

function reading(text: string): string {
  const { plan } = readPlan(text);
  return plan === null ? '' : typeset(describePlan(plan, plainDuration));
}

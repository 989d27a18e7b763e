import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { Hidden, Publication, PublishedMeasure } from '../../../publish/bundle/bundle.ts';
import { freshness } from '../../../publish/freshness/freshness.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { Alert } from '../../dsfr/alert.tsx';
import { Freshness } from '../../pages/freshness.tsx';
import { Headline } from '../../pages/headline.tsx';
import { LevelBadge } from '../../pages/level-badge.tsx';
import { ReadingWarnings } from '../../pages/reading-warnings.tsx';
import { draftPath } from '../paths.ts';

interface Props {
  readonly service: { readonly id: string; readonly name: string };
  readonly draft: string;
  readonly publication: Publication;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly token: string;
}

/** What the public would read, and what it would not see, before anything is public. */
export function PreviewPage({ service, draft, publication, today, token }: Props) {
  const { bundle } = publication;
  const path = draftPath(service.id, draft);
  return (
    <>
      <h1>Ce que le public lira</h1>
      <Alert kind="info" title="Rien n’est encore publié">
        <p>
          Foulée a recalculé chaque chiffre à partir des seuls effectifs qui seront publics&nbsp;: ils sont
          identiques. Cet essai s’efface dans une heure.
        </p>
      </Alert>
      <p>
        {service.name}, publication n°&nbsp;{bundle.number}, datée du {frenchDay(bundle.publishedOn)}.
      </p>
      {bundle.measures.map((measure) => (
        <Measure measure={measure} />
      ))}
      <Freshness freshness={freshness(bundle.freshness, today)} />
      <HiddenSection
        hidden={bundle.disclosure.hidden}
        threshold={bundle.disclosure.rule.threshold}
        names={new Map(bundle.measures.map(({ indicator, name }) => [indicator, name]))}
      />
      <h2>Publier</h2>
      <p>
        Une publication ne change jamais et ne s’efface pas. Si elle est fausse, vous pourrez la corriger ou
        la retirer, en disant pourquoi.
      </p>
      <div class="form-choices">
        <PostForm action={`${path}/publier`} token={token}>
          <SubmitButton>Publier maintenant</SubmitButton>
        </PostForm>
        <PostForm action={`${path}/abandonner`} token={token}>
          <SubmitButton secondary>Abandonner</SubmitButton>
        </PostForm>
      </div>
    </>
  );
}

function Measure({ measure }: { readonly measure: PublishedMeasure }) {
  return (
    <section class="known">
      <h2>{measure.name}</h2>
      <Headline sentence={measure.headline.sentence} />
      <p>
        <LevelBadge level={measure.evidence.level} />
      </p>
      <ReadingWarnings warnings={measure.warnings} />
    </section>
  );
}

interface HiddenProps {
  readonly hidden: readonly Hidden[];
  readonly threshold: number;
  readonly names: ReadonlyMap<string, string>;
}

function HiddenSection({ hidden, threshold, names }: HiddenProps) {
  const reasons = [...new Set(hidden.map(({ why }) => why))];
  return (
    <>
      <h2>Ce qui est masqué ou réuni, et pourquoi</h2>
      <p>Aucun effectif de 1 à {threshold - 1} ne paraît.</p>
      {reasons.length === 0 && <p>Rien d’autre n’est masqué.</p>}
      {reasons.map((why) => (
        <>
          <p>Car {typeset(why)}&nbsp;:</p>
          <ul>
            {hidden
              .filter((own) => own.why === why)
              .map(({ indicator, what }) => (
                <li>
                  {names.get(indicator) ?? indicator}&nbsp;: {typeset(what)}
                </li>
              ))}
          </ul>
        </>
      ))}
    </>
  );
}

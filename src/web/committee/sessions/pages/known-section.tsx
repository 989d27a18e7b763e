import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { LevelBadge } from '../../../pages/level-badge.tsx';
import { headlineParts } from '../../../pages/split-sentence.ts';
import { publicationPath } from '../../../view/addresses.ts';
import { termsPath } from '../../terms/paths.ts';
import type { SessionPageProps } from './session-page.tsx';

/** What is known: the sentence, how sure, what it costs, what waiting would bring, what the rule suggests. */
export function KnownSection({ evidence, session, place }: SessionPageProps) {
  const { measure, costs, suggestion } = evidence;
  const main = evidence.figures.find(({ indicator }) => indicator === evidence.main) ?? null;
  const [sentence, rest] = main === null ? ['', ''] : headlineParts(main.sentence);
  const { perAdditionalOutcome, moves } = costs;
  const waiting = [main?.decision?.waiting ?? null, ...suggestion.valueOfKnowing];
  return (
    <>
      <section class="week-section known" aria-labelledby="su">
        <h2 id="su">
          {session.frozen === null
            ? `Ce que l’on sait aujourd’hui, ${frenchDay(evidence.day)}`
            : `Ce que l’on savait le ${frenchDay(session.frozen.day)}`}
        </h2>
        {main === null ? (
          <p class="sentence">
            {typeset(measure.kind === 'none' ? measure.sentence : 'Pas encore de chiffre.')}
          </p>
        ) : (
          <>
            <p class="sentence">{typeset(sentence)}</p>
            {rest !== '' && <p class="sentence-rest">{typeset(rest)}</p>}
            <p>
              <LevelBadge level={main.evidence.level} />
            </p>
          </>
        )}
        {measure.kind === 'published' && (
          <p class="freshness">
            Mesuré le {frenchDay(measure.measuredOn)},{' '}
            <a href={publicationPath(session.service, String(measure.number))}>
              publié le {frenchDay(measure.publishedOn)}
            </a>
            .
          </p>
        )}
        {measure.kind === 'unpublished' && <p class="freshness">{typeset(measure.sentence)}</p>}
      </section>
      <section class="week-section" aria-labelledby="cout">
        <h2 id="cout">Ce que coûte un effet</h2>
        <p>{typeset(perAdditionalOutcome.sentence)}</p>
        {moves !== null && <p>{typeset(moves.perAdditionalOutcome)}</p>}
      </section>
      <section class="week-section" aria-labelledby="attendre">
        <h2 id="attendre">Ce que l’on saurait en attendant</h2>
        <Sentences
          of={waiting}
          none="Le plan n’en dit pas assez pour chiffrer ce que vaudrait une attente."
        />
      </section>
      <section class="week-section" aria-labelledby="suggere">
        <h2 id="suggere">Ce que la preuve suggère</h2>
        <p>
          <strong>{typeset(suggestion.words)}.</strong> C’est une règle écrite, pas un verdict&nbsp;: le
          comité décide.
        </p>
        <Sentences of={[...suggestion.reasons, ...suggestion.whatWouldChange, suggestion.nextStep]} none="" />
        {session.frozen === null && (
          <p>
            <a href={termsPath(session.service)}>
              {place.mayDecide
                ? 'Fixer le seuil et la valeur d’un effet'
                : 'Le seuil et la valeur d’un effet'}
            </a>
          </p>
        )}
      </section>
    </>
  );
}

function Sentences({ of, none }: { readonly of: readonly (string | null)[]; readonly none: string }) {
  const said = [...new Set(of)].filter((sentence) => sentence !== null && sentence !== '');
  if (said.length === 0) return none === '' ? null : <p class="unmeasured-line">{none}</p>;
  return (
    <ul>
      {said.map((sentence) => (
        <li>{typeset(sentence ?? '')}</li>
      ))}
    </ul>
  );
}

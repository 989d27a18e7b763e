import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { MeasureView, ServiceView } from '../../view/service-view.ts';
import { Freshness } from '../freshness.tsx';
import { Headline } from '../headline.tsx';
import { LevelBadge } from '../level-badge.tsx';
import { ReadingWarnings } from '../reading-warnings.tsx';

/** Part 2: the sentence, large, how sure and how fresh it is, and what must be known before reading it. */
export function Known({ measure }: { readonly measure: MeasureView }) {
  return (
    <section class="known" aria-labelledby="phrase">
      <h2 id="phrase">Ce que l’on sait</h2>
      <Headline sentence={measure.sentence} />
      {measure.firstPossible !== null && <p class="sentence-rest">{typeset(measure.firstPossible)}</p>}
      <p>
        <a class="level-link" href="#preuve">
          <LevelBadge level={measure.evidence.level} />
        </a>
      </p>
      <Freshness freshness={measure.freshness} />
      <ReadingWarnings warnings={measure.warnings} />
    </section>
  );
}

/** The same place when nothing is measured: kindly, with the next step. */
export function NotYet({ service }: { readonly service: ServiceView }) {
  const { phase } = service;
  return (
    <section class="known" aria-labelledby="phrase">
      <h2 id="phrase">Ce que l’on sait</h2>
      <p class="sentence">L’effet de ce service n’est pas encore mesuré ici.</p>
      <p class="sentence-rest">
        <strong>Prochain pas.</strong> {typeset(service.nextStep)}
      </p>
      {phase?.since != null && (
        <p class="freshness">
          {phase.name} depuis le {frenchDay(phase.since)}.
        </p>
      )}
    </section>
  );
}

/** A figure taken back: the reason stands where the figure stood. */
export function Withdrawn({ reason }: { readonly reason: string }) {
  return (
    <section class="known" aria-labelledby="phrase">
      <h2 id="phrase">Ce que l’on sait</h2>
      <p class="sentence">Le chiffre publié a été retiré.</p>
      <p class="sentence-rest">
        <strong>Pourquoi.</strong> {typeset(reason)}
      </p>
    </section>
  );
}

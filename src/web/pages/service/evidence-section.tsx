import { checkNames, evidenceLevels } from '../../../measure/evidence-levels.ts';
import type { Check, Evidence } from '../../../measure/measure.ts';
import { counted } from '../../../platform/french/number.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { LevelBadge } from '../level-badge.tsx';

const order: readonly Check['status'][] = ['failed', 'passed', 'not-applicable'];

/** Part 4: how sure. The badge opens the checks that gave the level, and what would raise it. */
export function EvidenceSection({ evidence }: { readonly evidence: Evidence }) {
  const checks = evidence.checks.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const failed = checks.filter(({ status }) => status === 'failed').length;
  return (
    <section aria-labelledby="preuve">
      <h2 id="preuve">À quel point en est-on sûr&nbsp;?</h2>
      <details class="evidence-badge">
        <summary>
          <LevelBadge level={evidence.level} />
          <span class="evidence-line">{typeset(evidenceLevels[evidence.level].line)}</span>
          <span class="evidence-more">{linkText(checks.length, failed)}</span>
        </summary>
        <div class="figures">
          {checks.length > 0 && (
            <ul class="checks">
              {checks.map((check) => (
                <li class={check.status}>
                  <span class="status">{checkNames[check.status]}</span>
                  <span>{typeset(check.sentence)}</span>
                </li>
              ))}
            </ul>
          )}
          <p>
            <strong>Ce qui le ferait monter.</strong> {typeset(evidence.raise)}
          </p>
        </div>
      </details>
      <p>
        Le niveau est calculé, jamais saisi. <a href="/methodes#niveaux">Les six niveaux expliqués</a>.
      </p>
    </section>
  );
}

function linkText(count: number, failed: number): string {
  if (count === 0) return 'Voir ce qui monterait ce niveau';
  const missed = failed === 0 ? '' : `, dont ${counted(failed, 'non passé', 'non passés')}`;
  return count === 1
    ? `Voir le contrôle${missed}`
    : `Voir les ${counted(count, 'contrôle', 'contrôles')}${missed}`;
}

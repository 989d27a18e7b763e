import { checkNames, evidenceLevels } from '../../measure/evidence-levels.ts';
import type { Check, Evidence, EvidenceLevel } from '../../measure/measure.ts';
import { typeset } from '../../platform/french/typography.ts';

const levels: readonly EvidenceLevel[] = [0, 1, 2, 3, 4, 5];
const icons = { passed: 'M2 7l4 4 7-8', failed: 'M3 3l8 8m0-8l-8 8', 'not-applicable': 'M3 7h8' } as const;
const order: readonly Check['status'][] = ['failed', 'passed', 'not-applicable'];

/** How sure we are: the level among six, what it means, the checks that gave it and what would raise it. */
export function EvidenceBadge({ evidence }: { readonly evidence: Evidence }) {
  const checks = evidence.checks.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  return (
    <div class="evidence">
      <h3>
        Niveau de preuve&nbsp;: {evidence.level}&nbsp;sur&nbsp;5 — {evidence.name}
      </h3>
      <ol class="ladder" aria-hidden="true">
        {levels.map((level) => (
          <li class={level === evidence.level ? 'here' : level < evidence.level ? 'below' : 'above'}>
            <b>{level}</b> <span>{evidenceLevels[level].name}</span>
          </li>
        ))}
      </ol>
      <p>{evidenceLevels[evidence.level].line}</p>
      {checks.length > 0 && (
        <ul class="checks">
          {checks.map((check) => (
            <li class={check.status}>
              <span class="status">
                <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
                  <path d={icons[check.status]} />
                </svg>
                {checkNames[check.status]}
              </span>
              <span>{typeset(check.sentence)}</span>
            </li>
          ))}
        </ul>
      )}
      {checks.length === 0 && <p class="note">Aucun contrôle ne s’applique à cette mesure.</p>}
      <p>
        <strong>Ce qui le ferait monter.</strong> {typeset(evidence.raise)}
      </p>
    </div>
  );
}

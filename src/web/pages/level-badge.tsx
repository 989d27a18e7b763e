import { evidenceLevels } from '../../measure/evidence-levels.ts';
import type { EvidenceLevel } from '../../measure/measure.ts';

const steps = [1, 2, 3, 4, 5] as const;

/** The evidence level in words, with five squares that repeat it for the eye. */
export function LevelBadge({ level }: { readonly level: EvidenceLevel }) {
  return (
    <span class="level">
      <span class="level-squares" aria-hidden="true">
        {steps.map((step) => (
          <span class={step <= level ? 'on' : 'off'} />
        ))}
      </span>
      <span>
        Preuve&nbsp;: niveau&nbsp;{level} sur&nbsp;5, {evidenceLevels[level].name.toLowerCase()}
      </span>
    </span>
  );
}

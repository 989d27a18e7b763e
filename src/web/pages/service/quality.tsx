import { typeset } from '../../../platform/french/typography.ts';
import type { Quality as QualityFields } from '../../../publish/bundle/bundle.ts';

/** The five fields without which a published figure cannot be judged. */
export function Quality({ quality }: { readonly quality: QualityFields }) {
  return (
    <dl class="purpose">
      <dt>Comment c’est vérifié</dt>
      <dd>{typeset(quality.howVerified)}</dd>
      <dt>D’où viennent les données</dt>
      <dd>{typeset(quality.source)}</dd>
      <dt>Précision atteinte</dt>
      <dd>{typeset(quality.accuracyReached)}</dd>
      <dt>Précision nécessaire</dt>
      <dd>{typeset(quality.accuracyNeeded)}</dd>
      <dt>Limites</dt>
      <dd>{typeset(quality.limits)}</dd>
    </dl>
  );
}

import type { Dossier, Section } from '../../../../committee/dossier/dossier.ts';
import { sessionPath } from '../../sessions/paths.ts';
import { printedDossierPath } from '../paths.ts';
import { DossierBlock } from './dossier-block.tsx';

interface Props {
  readonly dossier: Dossier;
  readonly session: { readonly service: string; readonly id: string };
}

/** The dossier as a page: the same sentences and the same proofs as in print. */
export function DossierPage({ dossier, session }: Props) {
  const { title, subtitle, notices, front, proofs } = dossier;
  return (
    <div class="dossier">
      <p class="dossier-actions">
        <a href={sessionPath(session.service, session.id)}>Le comité de {title}</a>
      </p>
      <h1>{title}</h1>
      <p class="mission">{subtitle}</p>
      {notices.map((notice) => (
        <p class="demonstration">{notice}</p>
      ))}
      <p class="dossier-actions">
        <a class="fr-btn" href={printedDossierPath(session.service, session.id)} download>
          Télécharger le dossier à imprimer (PDF)
        </a>
      </p>
      {front.map((section) => (
        <SectionOf section={section} level={2} />
      ))}
      <section class="dossier-proofs" aria-labelledby="preuves">
        <h2 id="preuves">Les preuves</h2>
        {proofs.map((section) => (
          <SectionOf section={section} level={3} />
        ))}
      </section>
    </div>
  );
}

function SectionOf({ section, level }: { readonly section: Section; readonly level: 2 | 3 }) {
  const { id, heading, blocks } = section;
  return (
    <section class="dossier-section" aria-labelledby={id}>
      {level === 2 ? <h2 id={id}>{heading}</h2> : <h3 id={id}>{heading}</h3>}
      {blocks.map((block, i) => (
        <DossierBlock block={block} id={`${id}-${i + 1}`} />
      ))}
    </section>
  );
}

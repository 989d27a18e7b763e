import { raw } from 'hono/html';
import { evidenceLevels } from '../../measure/evidence-levels.ts';
import { typeset } from '../../platform/french/typography.ts';
import { Table } from '../dsfr/table.tsx';
import type { Site } from '../layout/site.ts';
import type { Guide } from '../methods/guides.ts';
import { methodPath } from '../view/addresses.ts';
import { TextPage } from './text-page.tsx';

interface IndexProps {
  readonly site: Site;
  readonly choice: Guide | undefined;
  readonly guides: readonly Guide[];
}

/** How things are measured: the six levels first, then how to choose, then every guide. */
export function MethodsPage({ site, choice, guides }: IndexProps) {
  return (
    <TextPage
      site={site}
      title="Comment on mesure"
      description="Les niveaux de preuve, et une page par méthode : quand s’en servir, ce qu’elle suppose, comment elle trompe."
      path="/methodes"
    >
      <p class="mission">
        Dire qu’un service change quelque chose est facile. Dire de combien, et à quel point on en est sûr,
        demande une méthode. Chaque chiffre de ce site porte un niveau de preuve, calculé par le programme.
      </p>
      <h2 id="niveaux">Les six niveaux de preuve</h2>
      <Table
        id="table-niveaux"
        caption="Du plus fragile au plus solide"
        columns={['Niveau', 'Nom', 'Ce qu’il veut dire']}
        rows={Object.entries(evidenceLevels).map(([level, { name, line }]) => [level, name, typeset(line)])}
      />
      {choice && (
        <>
          <h2>{choice.title}</h2>
          <div class="guide">{raw(choice.html)}</div>
        </>
      )}
      <h2>Toutes les pages de méthode</h2>
      <ul>
        {guides.map(({ slug, title }) => (
          <li>
            <a href={methodPath(slug)}>{title}</a>
          </li>
        ))}
      </ul>
    </TextPage>
  );
}

export function MethodPage({ site, guide }: { readonly site: Site; readonly guide: Guide }) {
  return (
    <TextPage
      site={site}
      title={guide.title}
      description={`${guide.title} : quand s’en servir, ce que cela suppose, comment le lire.`}
      path={methodPath(guide.slug)}
      trail={[
        { href: '/', name: 'Accueil' },
        { href: '/methodes', name: 'Comment on mesure' },
      ]}
    >
      <div class="guide">{raw(guide.html)}</div>
    </TextPage>
  );
}

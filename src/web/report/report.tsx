import { raw } from 'hono/html';
import type { MeasureDocument } from '../../measure/measure.ts';
import { Indicator } from './indicator.tsx';
import { hatchPattern, style } from './style.ts';

/** A measure as one self-contained HTML page in French: no script, no request, light and dark, printable. */
export function renderReport(document: MeasureDocument): string {
  return `<!doctype html>\n${(<Page document={document} />).toString()}\n`;
}

function Page({ document }: { readonly document: MeasureDocument }) {
  const { service, effect, measures } = document;
  const ids = measures.map((_, index) => `indicateur-${index + 1}`);
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${service.name} : rapport de mesure`}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        {raw(hatchPattern)}
        <a class="skip" href="#contenu">
          Aller au contenu
        </a>
        <header>
          <p class="kind">
            Rapport de mesure{service.organisation !== null && <> · {service.organisation}</>}
          </p>
          <h1>{service.name}</h1>
          {service.mission !== null && <p class="mission">{service.mission}</p>}
          <dl>
            <dt>Effet recherché</dt>
            <dd>{effect.statement}</dd>
            {effect.beneficiaries !== null && (
              <>
                <dt>Pour qui</dt>
                <dd>{effect.beneficiaries}</dd>
              </>
            )}
          </dl>
          <p class="internal">
            <strong>Document de travail de l’équipe, pas encore une publication.</strong> Les petits effectifs
            n’y sont pas masqués : ne le diffusez pas tel quel.
          </p>
        </header>
        {measures.length > 1 && (
          <nav aria-label="Indicateurs de ce rapport">
            <ul>
              {measures.map((measure, index) => (
                <li>
                  <a href={`#${ids[index]}`}>{measure.name}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <main id="contenu">
          {measures.length === 0 && <p>Le plan ne contient aucun indicateur : il n’y a rien à mesurer.</p>}
          {measures.map((measure, index) => (
            <Indicator document={document} measure={measure} id={ids[index] ?? ''} />
          ))}
        </main>
        <footer>
          <p>
            Produit par {document.software}, à partir du plan <code>{document.plan.hash.slice(0, 12)}</code>.
            Le même plan sur les mêmes données donne le même rapport.
          </p>
        </footer>
      </body>
    </html>
  );
}

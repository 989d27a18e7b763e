import type { Site } from '../layout/site.ts';
import { TextPage } from './text-page.tsx';

export interface ErrorText {
  readonly title: string;
  readonly what: string;
  readonly advice: string;
}

/** Something went wrong: what happened, what it means, what to do. Says nothing of the machine. */
export function ErrorPage({ site, error }: { readonly site: Site; readonly error: ErrorText }) {
  return (
    <TextPage site={site} title={error.title} description={error.what} path="/" noIndex>
      <p class="mission">{error.what}</p>
      <p>{error.advice}</p>
      <p>
        <a href="/">Voir tous les services</a>
      </p>
    </TextPage>
  );
}

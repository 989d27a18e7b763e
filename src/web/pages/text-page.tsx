import type { Child } from 'hono/jsx';
import type { Link } from '../dsfr/link.ts';
import { Page } from '../layout/page.tsx';
import type { Site } from '../layout/site.ts';

interface Props {
  readonly site: Site;
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly trail?: readonly Link[];
  readonly noIndex?: boolean;
  readonly children: Child;
}

/** A page to read: one column, its title first. */
export function TextPage({ title, children, trail = [{ href: '/', name: 'Accueil' }], ...props }: Props) {
  return (
    <Page {...props} title={title} trail={trail}>
      <div class="prose">
        <h1>{title}</h1>
        {children}
      </div>
    </Page>
  );
}

import type { Layout } from '../accounts/account-parts.ts';
import { Page } from './page.tsx';
import type { Site } from './site.ts';

/** The pages of accounts within those of the site. */
export const accountLayout =
  (site: Site): Layout =>
  ({ title, path, children }) => (
    <Page site={site} title={title} description={title} path={path} noIndex>
      <div class="prose">{children}</div>
    </Page>
  );

import type { Assets } from '../assets/assets.ts';
import type { Site } from '../layout/site.ts';
import { committeeStyle } from './committee-style.ts';
import { dossierStyle } from './dossier-style.ts';
import { neutralColours, neutralTheme, stateAdjustments } from './neutral-theme.ts';
import { planStyle } from './plan-style.ts';
import { reportStyle } from './report-style.ts';
import { reviewStyle } from './review-style.ts';
import { siteStyle } from './site-style.ts';
import { stateColours, stateTheme } from './state-theme.ts';
import { weekStyle } from './week-style.ts';

/** Of our own pages, in both themes. */
const ownStyles = [siteStyle, planStyle, weekStyle, committeeStyle, dossierStyle, reviewStyle];

/** Builds the one style sheet of a theme, with what it refers to; returns its address. */
export function styleSheet(theme: Site['theme'], assets: Assets): string {
  const { colours, figures } = reportStyle();
  const parts =
    theme === 'etat'
      ? [stateTheme(assets), stateColours, ...ownStyles, figures, stateAdjustments]
      : [colours, neutralColours, neutralTheme, ...ownStyles, figures];
  return assets.add('site.css', 'text/css; charset=utf-8', parts.join('\n'));
}

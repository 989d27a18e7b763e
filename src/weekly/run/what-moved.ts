import { pointsBetween } from '../../measure/comparison/points.ts';
import type { Measure } from '../../measure/measure.ts';
import { frenchNumber, tied } from '../../platform/french/number.ts';
import { movement } from './movement.ts';
import { type SaidFigure, saidFigure } from './said-figure.ts';
import type { Line } from './week-reading.ts';

/** What became of the figure of one indicator since the last run; null when it has none, or had none. */
export function whatMoved(before: Measure, now: Measure): Line | null {
  const [then, current] = [saidFigure(before), saidFigure(now)];
  if (then === null || current === null) return null;
  const line = (kind: Line['kind'], sentence: string): Line => ({ about: now.name, kind, sentence });
  const at = current.at === '' ? '' : `${current.at}, `;
  if (then.at !== current.at && before.method === 'declared' && then.at !== '') {
    return line(
      'known',
      `${capital(at)}${current.say(current.value)}, après ${then.say(then.value)} en ${then.at}. C’est un chiffre compté ou donné, sans intervalle : à vous de dire si l’écart compte.`,
    );
  }
  if (then.at !== current.at) {
    return line(
      'known',
      `${capital(at)}${current.say(current.value)}. La dernière fois, le chiffre était lu ${then.at === '' ? 'autrement' : then.at} : ${then.say(then.value)}. Ce n’est pas la même lecture, l’écart n’est pas jugé.`,
    );
  }
  const drawn = drawnLine(before, now, line);
  if (drawn !== null) return drawn;
  // Both out of as many people, so that they compare.
  const finer = then.base > current.base ? then : current;
  const text = `${at}${finer.say(current.value)}`;
  if (then.value === current.value) return line('known', `${capital(text)}, comme la dernière fois.`);
  const moved = `${capital(text)}, au lieu de ${(finer.base > 1 ? finer : then).say(then.value)} la dernière fois.`;
  if (then.figure === null || current.figure === null) {
    return line(
      'known',
      `${moved} C’est un chiffre compté ou donné, sans intervalle : à vous de dire si l’écart compte.`,
    );
  }
  const found = movement(then.figure, current.figure);
  switch (found.kind) {
    case 'still':
      return line('known', moved);
    case 'noise':
      return line(
        'noise',
        `${moved} C’est dans le bruit : ${basis(found.added)} ne ${found.added < 2 ? 'suffit' : 'suffisent'} pas à dire que quelque chose a changé.`,
      );
    case 'real':
      return line(
        'real',
        `${moved} C’est plus que le hasard${among(found.among, finer)}. Cherchez ce qui a changé : le service, les personnes qui viennent, ou les données.`,
      );
    case 'unknown':
      return line(
        'known',
        found.reason === 'rewritten'
          ? `${moved} Des données anciennes ont changé depuis : l’écart ne vient pas seulement de ce qui est nouveau, il n’est pas jugé.`
          : `${moved} Trop peu de nouveau cette fois pour juger cet écart.`,
      );
  }
}

/** After a draw, the interval that holds however often one looks says all there is to say. */
function drawnLine(
  before: Measure,
  now: Measure,
  line: (kind: Line['kind'], sentence: string) => Line,
): Line | null {
  if (before.method !== 'follow-up' || now.method !== 'follow-up') return null;
  const [then, current] = [before.comparison?.alwaysValid, now.comparison?.alwaysValid];
  const effect = now.headline.effect;
  if (!then || !current || effect?.kind !== 'estimate') return null;
  const said = saidFigure(now)?.say(effect.value) ?? '';
  const range = pointsBetween(current.lower, current.upper);
  const text = `L’écart entre les deux groupes est de ${said}. En regardant chaque semaine, il reste compris ${range}`;
  const [decidedThen, decided] = [then, current].map(({ lower, upper }) => lower > 0 || upper < 0);
  if (decided && !decidedThen) {
    return line(
      'real',
      `${text} : pour la première fois, zéro en est exclu. La différence vient du service.`,
    );
  }
  if (decided) return line('known', `${text} : zéro en est exclu, la conclusion tient.`);
  return line(
    'noise',
    `${text} : zéro en fait partie, on ne peut pas encore conclure, et ce qui a bougé est dans le bruit.`,
  );
}

const basis = (added: number): string =>
  `${frenchNumber(added)}${tied}${added < 2 ? 'cas nouveau' : 'cas nouveaux'}`;

const among = (value: number | null, { say }: SaidFigure): string =>
  value === null ? '' : ` : parmi ce qui est nouveau, ${say(value)}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

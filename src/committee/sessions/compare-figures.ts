import { underName } from '../../platform/french/under-name.ts';
import type { KnownFigure } from './known-figures.ts';

/**
 * What became of the figures a committee saw, one French sentence each. Only a move that the two intervals do not explain
 * is called a move; figures of other readings are not compared.
 */
export function compareFigures(then: readonly KnownFigure[], now: readonly KnownFigure[]): readonly string[] {
  if (then.length === 0) {
    const found = now.map(({ name, sentence }) => `${name}. À présent : ${underName(name, sentence)}`);
    return ['Le comité n’avait pas de chiffre publié sous les yeux : il n’y a rien à comparer.', ...found];
  }
  return then.map((known) => {
    const current = now.find(({ indicator }) => indicator === known.indicator) ?? null;
    return `${known.name}. ${sayMove(known, current)}`;
  });
}

function sayMove({ figure: then, ...known }: KnownFigure, now: KnownFigure | null): string {
  const sentence = underName(known.name, known.sentence);
  if (now === null) return `Ce jour-là : ${sentence} À présent, plus aucun chiffre n’est publié.`;
  const current = underName(now.name, now.sentence);
  if (then === null) return `Ce jour-là, pas encore de chiffre. À présent : ${current}`;
  if (now.figure === null) return `Ce jour-là : ${sentence} À présent : ${current}`;
  const { figure } = now;
  if (then.at !== figure.at || then.saidIn !== figure.saidIn) {
    return `Ce jour-là : ${sentence} À présent : ${current} Ce n’est pas la même lecture, l’écart n’est pas jugé.`;
  }
  const at = figure.at === '' ? '' : ` ${figure.at}`;
  const fact = `${figure.say(figure.value)}${at}, au lieu de ${then.say(then.value)} le jour du comité`;
  if (then.value === figure.value) return `${figure.say(figure.value)}${at}, comme le jour du comité.`;
  if (then.figure === null || figure.figure === null) {
    return `${fact}. C’est un chiffre compté ou donné, sans intervalle : à vous de dire si l’écart compte.`;
  }
  if (figure.figure.lower > then.figure.upper) return `${fact} : une hausse que le hasard n’explique pas.`;
  if (figure.figure.upper < then.figure.lower) return `${fact} : une baisse que le hasard n’explique pas.`;
  return `${fact} : pas de changement net, le hasard peut l’expliquer.`;
}

import type { KnownSources, Say } from '../indicator-checks.ts';
import { nearestName } from '../nearest-name.ts';
import type { Finding } from '../problem.ts';
import type { RolloutTerms } from './terms.ts';

interface StartsContext {
  readonly sources: KnownSources;
  readonly say: Say;
  /** Whether what is compared has its own column of start dates. */
  readonly ownColumn: boolean;
}

/** What is wrong in the dates at which territories received the service. */
export function startsFindings(
  { started, design }: RolloutTerms,
  { sources, say, ownColumn }: StartsContext,
): Finding[] {
  const wrong = (sentence: string, suggestion?: string) => [
    say(started.in === 'panel' ? ['comparison'] : ['comparison', 'started'], sentence, suggestion),
  ];
  switch (started.in) {
    case 'panel': {
      if (ownColumn) return [];
      return wrong(
        design === 'rollout'
          ? 'il manque comparison.started : quand chaque territoire a reçu le service, par exemple {Nord: 2024-01-15, Sud: null}'
          : 'il manque comparison.started : le jour où le service est arrivé, par exemple 2024-01-15',
      );
    }
    case 'once':
      return design === 'before-after'
        ? []
        : wrong(
            `comparison.started donne une seule date (${started.date}) : si tout le monde a reçu le service le même jour, il n'y a personne à qui comparer ; écrivez design: before-after, ou une date par territoire`,
          );
    case 'plan': {
      const dates = Object.values(started.starts);
      if (dates.some((date) => date !== null)) return [];
      return wrong('comparison.started ne donne aucune date : aucun territoire n’aurait reçu le service');
    }
    case 'source': {
      const candidates = [...sources]
        .filter(([, source]) => source === null || source.kind === 'territories')
        .map(([name]) => name);
      const source = sources.get(started.source);
      if (source === null || source?.kind === 'territories') return [];
      const near = nearestName(started.source, candidates) ?? undefined;
      const advice = near
        ? `vouliez-vous dire « ${near} » ?`
        : 'écrivez une date, {territoire: date}, ou le nom d’une source de kind territories';
      return wrong(
        `comparison.started vaut « ${started.source} », qui n'est ni une date ni une source de kind territories ; ${advice}`,
        near,
      );
    }
  }
}

import { backToWork, backToWorkBeforeLeaving, truthHorizons } from './incidence-truth.ts';
import type { Person } from './person.ts';
import type { World } from './world.ts';

/** Return to work of the users within `days` of their first use. */
export interface UserHorizon {
  readonly days: number;
  readonly incidence: number;
  readonly withoutService: number;
  readonly observable: number;
  /** Over the users the register follows up to the horizon. */
  readonly observableFollowed: number | null;
  readonly usersFollowed: number;
}

/** Effect of the service on the return to work within `days` of entry, over everyone in the world. */
interface EffectHorizon {
  readonly days: number;
  /** Incidence if everyone used the service, and if nobody did. */
  readonly everyoneUses: number;
  readonly nobodyUses: number;
  /** Average effect over everyone, over those who used, of the invitation, and over those it made use. */
  readonly ate: number;
  readonly att: number;
  readonly itt: number;
  readonly cace: number;
  /** What comparing users with non-users shows, confounding included: not an effect. */
  readonly naive: number;
}

export interface PeopleTruth {
  readonly people: number;
  readonly users: number;
  readonly invited: number;
  readonly hires: readonly EffectHorizon[];
  readonly observableHires: readonly EffectHorizon[];
  /** The same when leaving the list takes the person out; only when the table of people is written. */
  readonly observableHiresBeforeLeaving: readonly EffectHorizon[] | null;
}

export interface PeopleSums {
  add(person: Person): void;
  users(): { readonly users: number; readonly horizons: readonly UserHorizon[] };
  people(): PeopleTruth;
}

/** Adds up the probabilities of the people as they are drawn: the truth of exactly these people, without noise. */
export function sumPeople(world: World): PeopleSums {
  const seen = 1 - world.options.missedLinks;
  const real = sumEffects();
  const observable = sumEffects();
  const beforeLeaving = world.options.people ? sumEffects() : null;
  const followed = truthHorizons.map(() => ({ users: 0, hired: 0 }));
  let people = 0;
  let users = 0;
  let invited = 0;

  return {
    add(person) {
      people++;
      if (person.invited) invited++;
      real.add(
        person,
        truthHorizons.map((days) => backToWork(world, person, true, days, 1)),
        truthHorizons.map((days) => backToWork(world, person, false, days, 1)),
      );
      const hired = truthHorizons.map((days) => backToWork(world, person, true, days, seen));
      observable.add(
        person,
        hired,
        truthHorizons.map((days) => backToWork(world, person, false, days, seen)),
      );
      beforeLeaving?.add(
        person,
        backToWorkBeforeLeaving(world, person, true, seen),
        backToWorkBeforeLeaving(world, person, false, seen),
      );
      if (!person.used) return;
      users++;
      truthHorizons.forEach((days, h) => {
        const sums = followed[h];
        if (sums === undefined || person.entry + days > world.completeThrough) return;
        sums.users++;
        sums.hired += hired[h] ?? 0;
      });
    },
    users: () => ({
      users,
      horizons: truthHorizons.map((days, h) => {
        const { users: n, hired } = followed[h] ?? { users: 0, hired: 0 };
        const among = real.amongUsers(h);
        return {
          days,
          incidence: among.used,
          withoutService: among.notUsed,
          observable: observable.amongUsers(h).used,
          observableFollowed: n > 0 ? hired / n : null,
          usersFollowed: n,
        };
      }),
    }),
    people: () => ({
      people,
      users,
      invited,
      hires: real.horizons(),
      observableHires: observable.horizons(),
      observableHiresBeforeLeaving: beforeLeaving?.horizons() ?? null,
    }),
  };
}

/** Potential outcomes summed at each horizon: with (`used`) and without the service. */
function sumEffects() {
  let people = 0;
  let users = 0;
  let moved = 0;
  const sums = truthHorizons.map(() => ({
    with: 0,
    without: 0,
    usersWith: 0,
    usersWithout: 0,
    movedEffect: 0,
  }));
  return {
    add(person: Person, used: readonly number[], notUsed: readonly number[]) {
      people++;
      if (person.used) users++;
      const take = person.useIfInvited - person.useIfNot;
      moved += take;
      sums.forEach((sum, h) => {
        const [yes, no] = [used[h] ?? 0, notUsed[h] ?? 0];
        sum.with += yes;
        sum.without += no;
        sum.movedEffect += take * (yes - no);
        if (person.used) {
          sum.usersWith += yes;
          sum.usersWithout += no;
        }
      });
    },
    amongUsers(h: number) {
      const sum = sums[h];
      const n = Math.max(1, users);
      return { used: (sum?.usersWith ?? 0) / n, notUsed: (sum?.usersWithout ?? 0) / n };
    },
    horizons: (): EffectHorizon[] =>
      sums.map((sum, h) => ({
        days: truthHorizons[h] ?? 0,
        everyoneUses: sum.with / people,
        nobodyUses: sum.without / people,
        ate: (sum.with - sum.without) / people,
        att: (sum.usersWith - sum.usersWithout) / Math.max(1, users),
        itt: sum.movedEffect / people,
        cace: sum.movedEffect / moved,
        naive:
          sum.usersWith / Math.max(1, users) - (sum.without - sum.usersWithout) / Math.max(1, people - users),
      })),
  };
}

import type { Draws } from './draws.ts';
import type { FileSet, TextFile } from './file-set.ts';
import { alteredId } from './identifiers.ts';
import { type Person, zones } from './person.ts';
import { type Declared, registerHeader, registerRow } from './register-rows.ts';
import { usageCsvHeader, usageRow, type Visitor } from './usage-rows.ts';
import type { UseKind } from './uses.ts';
import type { World } from './world.ts';

/** Rows written, by what matters to whoever reads them back. */
export interface RowCounts {
  readonly usage: { total: number; loggedIn: number; anonymous: number; searches: number };
  readonly register: {
    total: number;
    ofPeopleFollowed: number;
    firstHires: number;
    late: number;
    withoutIdentifier: number;
    alteredIdentifier: number;
    duplicates: number;
    /** Hires of people followed that were not declared yet on the last day: not written. */
    notYetDeclared: number;
  };
  people: number;
}

export interface Writers {
  readonly rows: RowCounts;
  use(draws: Draws, visitor: Visitor, day: number, kind: UseKind, company: number): void;
  /** A hire of a person followed: its link may be missed, and it may not be declared yet. */
  declare(
    draws: Draws,
    declared: Declared,
    company: number,
    day: number,
    created: number,
    first: boolean,
  ): void;
  /** A declaration, as it is. */
  write(
    draws: Draws,
    declared: Declared,
    company: number,
    day: number,
    created: number,
    first: boolean,
  ): void;
  person(person: Person, id: string): void;
}

const peopleHeader = 'id,index_date,zone,qualified,months,age,invited,used,left_list_date\n';
const duplicated = 0.004;

export function createWriters(world: World, files: FileSet): Writers {
  const { calendar, options } = world;
  const rows: RowCounts = {
    usage: { total: 0, loggedIn: 0, anonymous: 0, searches: 0 },
    register: {
      total: 0,
      ofPeopleFollowed: 0,
      firstHires: 0,
      late: 0,
      withoutIdentifier: 0,
      alteredIdentifier: 0,
      duplicates: 0,
      notYetDeclared: 0,
    },
    people: 0,
  };
  const extension = `${options.format}${options.compress ? '.gz' : ''}`;
  const usageByDay: TextFile[] = [];
  const registerByMonth: TextFile[] = [];

  const usageFile = (day: number): TextFile => {
    const known = usageByDay[day];
    if (known !== undefined) return known;
    const period = calendar.iso(day).slice(0, options.files === 'day' ? 10 : 7);
    const name = `activity-lbb-${period.replaceAll('-', '.')}.${extension}`;
    const file = files.file(name, options.format === 'csv' ? usageCsvHeader : '');
    usageByDay[day] = file;
    return file;
  };
  const registerFile = (day: number): TextFile => {
    const month = calendar.month(day);
    const known = registerByMonth[month];
    if (known !== undefined) return known;
    const file = files.file(`dpae-${calendar.monthName(month).replace('-', '')}.csv`, registerHeader);
    registerByMonth[month] = file;
    return file;
  };

  // A month without a hire has its file all the same, so that the plan always finds the register.
  for (let day = 0; day < calendar.days; day++) registerFile(day);

  const write: Writers['write'] = (draws, declared, rank, day, created, first) => {
    const company = world.companies[rank];
    if (company === undefined) return;
    const row = registerRow(world, draws, company, declared, day, created, first);
    const file = registerFile(created);
    file.write(row);
    rows.register.total++;
    if (first) rows.register.firstHires++;
    if (created > day) rows.register.late++;
    if (declared.id === '') rows.register.withoutIdentifier++;
  };

  return {
    rows,
    write,
    use(draws, visitor, day, kind, company) {
      usageFile(day).write(usageRow(world, draws, visitor, day, kind, company));
      rows.usage.total++;
      if (visitor.id === null) rows.usage.anonymous++;
      else rows.usage.loggedIn++;
      if (kind === 'recherche') rows.usage.searches++;
    },
    declare(draws, declared, company, day, created, first) {
      if (day < 0) return;
      if (created >= calendar.days) {
        rows.register.notYetDeclared++;
        return;
      }
      const { id } = declared;
      if (draws.chance(options.missedLinks)) {
        const missing = draws.chance(0.5);
        declared.id = missing ? '' : alteredId(id);
        if (!missing) rows.register.alteredIdentifier++;
      }
      const recorded = Math.max(0, created);
      write(draws, declared, company, day, recorded, first);
      rows.register.ofPeopleFollowed++;
      if (draws.chance(duplicated)) {
        write(draws, declared, company, day, recorded, first);
        rows.register.duplicates++;
      }
      declared.id = id;
    },
    person(person, id) {
      if (!options.people) return;
      rows.people++;
      const left = person.leavingDay < calendar.days ? calendar.iso(person.leavingDay) : '';
      files
        .file('people.csv', peopleHeader)
        .write(
          `${id},${calendar.iso(person.entry)},${zones[person.zone] ?? ''},${person.qualified ? 1 : 0},${person.monthsOut},${person.age},${person.invited ? 1 : 0},${person.used ? 1 : 0},${left}\n`,
        );
    },
  };
}

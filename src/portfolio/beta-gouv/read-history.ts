import { quoted } from '../../platform/french/typography.ts';
import { knownPhase } from '../phases.ts';
import type { EventRecord, Json, PhaseRecord } from '../service-record.ts';
import { eventKind } from './events.ts';
import { keepUnknown } from './keep-unknown.ts';
import { isObject } from './objects.ts';
import type { RecordReader } from './record-reader.ts';

/** The phases of a service, oldest first; those without a date keep their place at the end. */
export function readPhases(value: Json | undefined, path: string, reader: RecordReader): PhaseRecord[] {
  const read = reader.list(value, path).flatMap((item, index): PhaseRecord[] => {
    const here = `${path}[${index}]`;
    const phase = typeof item === 'string' ? { name: item } : item;
    if (!isObject(phase)) {
      reader.note(here, 'Une phase (nom, début, fin) est attendue ici : la valeur est gardée sans être lue.');
      reader.keep(here, item);
      return [];
    }
    const written = reader.text(phase.name, `${here}.name`);
    const name = written === null ? null : knownPhase(written);
    if (written === null)
      reader.note(`${here}.name`, 'La phase n’a pas de nom : elle est dite « inconnue ».');
    else if (name === null)
      reader.note(
        `${here}.name`,
        `La phase ${quoted(written)} n’est pas connue : elle est gardée telle quelle.`,
      );
    const startedOn = reader.day(phase.start, `${here}.start`);
    const endedOn = reader.day(phase.end, `${here}.end`);
    if (startedOn !== null && endedOn !== null && endedOn < startedOn) {
      reader.note(
        here,
        `La phase finit (${endedOn}) avant de commencer (${startedOn}) : les deux dates sont gardées.`,
      );
    }
    keepUnknown(phase, ['name', 'start', 'end'], `${here}.`, reader);
    return [{ name: name ?? written ?? 'inconnue', startedOn, endedOn }];
  });
  return read.sort((a, b) => compareDays(a.startedOn, b.startedOn));
}

/** The events of a service, oldest first. */
export function readEvents(value: Json | undefined, path: string, reader: RecordReader): EventRecord[] {
  const read = reader.list(value, path).flatMap((item, index): EventRecord[] => {
    const here = `${path}[${index}]`;
    if (!isObject(item)) {
      reader.note(
        here,
        'Un événement (nom, date, commentaire) est attendu ici : la valeur est gardée sans être lue.',
      );
      reader.keep(here, item);
      return [];
    }
    const name = reader.text(item.name, `${here}.name`);
    const kind = name === null ? null : eventKind(name);
    if (name !== null && kind === null) {
      reader.note(
        `${here}.name`,
        `L’événement ${quoted(name)} n’est pas connu : il est rangé parmi les autres.`,
      );
      reader.keep(`${here}.name`, name);
    }
    const happenedOn = reader.day(item.date, `${here}.date`);
    if (happenedOn === null && !item.date) reader.note(`${here}.date`, 'Cet événement n’a pas de date.');
    const comment = reader.text(item.comment, `${here}.comment`);
    keepUnknown(item, ['name', 'date', 'comment'], `${here}.`, reader);
    return [{ kind: kind ?? 'other', happenedOn, comment }];
  });
  return read.sort((a, b) => compareDays(a.happenedOn, b.happenedOn));
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}

import { createHash } from 'node:crypto';
import { parisDay } from '../../platform/paris-time.ts';
import { daysOf, weekOf } from '../week.ts';
import type { CalendarReminder } from './calendar-feed.ts';

/** Weekly ten-minute events as an iCalendar document (RFC 5545), in Paris time with its own rules of summer time. */
export function iCalendar(reminders: readonly CalendarReminder[], address: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foulee//FR',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Foulées de la semaine',
    ...parisZone,
    ...reminders.flatMap((reminder) => event(reminder, address)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'];

function event(
  { id, service, name, weekday, hour, since }: CalendarReminder,
  address: string,
): readonly string[] {
  const day = daysOf(weekOf(parisDay(since)))[weekday - 1] ?? '';
  const start = `${day.replaceAll('-', '')}T${String(hour).padStart(2, '0')}0000`;
  const link = `${address}/equipe/services/${encodeURIComponent(service)}/foulee`;
  return [
    'BEGIN:VEVENT',
    // Not the id itself: it stops the reminder, and calendars are shared.
    `UID:${createHash('sha256').update(id).digest('hex').slice(0, 32)}@foulee`,
    `DTSTAMP:${since.replace(/[-:]|\.\d{3}/g, '')}`,
    `DTSTART;TZID=Europe/Paris:${start}`,
    'DURATION:PT10M',
    `RRULE:FREQ=WEEKLY;BYDAY=${weekdays[weekday - 1] ?? 'MO'}`,
    `SUMMARY:${escaped(`Foulée : ${name}`)}`,
    `DESCRIPTION:${escaped(`Dix minutes : regarder, écrire ce que vous avez appris, choisir une suite.\n${link}`)}`,
    `URL:${link}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The rules of the European Union since 1996: last Sundays of March and October, at one o'clock UTC. */
const parisZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Paris',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** Lines of at most 75 bytes, none cut inside a character. */
function folded(line: string): string {
  let [text, bytes] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}

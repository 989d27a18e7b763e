import { expect, test } from 'vitest';
import { parisInstant } from '../../platform/paris-time.ts';
import { iCalendar } from './icalendar.ts';

const reminder = {
  id: 'a1b2c3',
  service: 'estime',
  name: 'Estime ; aides, « été » – un nom assez long pour devoir être coupé plusieurs fois au milieu d’accents éèàü',
  weekday: 2,
  hour: 9,
  since: '2026-11-23T08:00:00.000Z',
};
const text = iCalendar([reminder, { ...reminder, id: 'd4', weekday: 5 }], 'https://impact.test');

test('lines end as RFC 5545 asks, are at most 75 bytes, and unfold to what was written', () => {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.every((line) => !line.includes('\ufffd'))).toBe(true);
  const whole = text.replaceAll('\r\n ', '').split('\r\n');
  const summary = whole.find((line) => line.startsWith('SUMMARY:')) ?? '';
  expect(summary.replace(/\\([;,\\])/g, '$1')).toBe(`SUMMARY:Foulée : ${reminder.name}`);
  expect(summary).toContain('Estime \\; aides\\,');
});

test('components are closed in the order they are opened, and each event has what it must, once', () => {
  const open: string[] = [];
  const events: Map<string, string>[] = [];
  for (const line of text.replaceAll('\r\n ', '').trimEnd().split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? [];
    expect(name, line).not.toBe('');
    if (name === 'BEGIN') open.push(value);
    else if (name === 'END') expect(open.pop()).toBe(value);
    else if (open.at(-1) === 'VEVENT') {
      if (name === 'UID') events.push(new Map());
      expect(events.at(-1)?.has(name)).toBe(false);
      events.at(-1)?.set(name, value);
    }
  }
  expect(open).toEqual([]);
  expect(events).toHaveLength(2);
  expect(new Set(events.map((event) => event.get('UID'))).size).toBe(2);
  expect(text).not.toContain('a1b2c3');
  for (const event of events)
    expect([...event.keys()]).toEqual(expect.arrayContaining(['UID', 'DTSTAMP', 'DTSTART']));
  expect(events[0]?.get('DTSTART')).toBe('20261124T090000');
  expect(events[0]?.get('RRULE')).toBe('FREQ=WEEKLY;BYDAY=TU');
  expect(events[1]?.get('DTSTART')).toBe('20261127T090000');
  expect(events[0]?.get('DTSTAMP')).toBe('20261123T080000Z');
});

test('the written rules of summer time are those of the clock of the system', () => {
  const lastSunday = (year: number, month: number) => {
    const end = new Date(Date.UTC(year, month, 0));
    return new Date(end.getTime() - end.getUTCDay() * 86_400_000).toISOString().slice(0, 10);
  };
  for (const year of [2026, 2027, 2030]) {
    const [march, october] = [lastSunday(year, 3), lastSunday(year, 10)];
    expect([parisInstant(march, 1), parisInstant(march, 3)].map((at) => at.slice(11, 13))).toEqual([
      '00',
      '01',
    ]);
    expect([parisInstant(october, 1), parisInstant(october, 3)].map((at) => at.slice(11, 13))).toEqual([
      '23',
      '02',
    ]);
  }
});

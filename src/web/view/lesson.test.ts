import { expect, test } from 'vitest';
import { lessonOf } from './lesson.ts';

test('a case with others that look at their effect the same way, of its own domain first', () => {
  const lesson = lessonOf('demo-plante-et-moi');
  expect(lesson?.example.name).toBe('Plante & Moi');
  expect(lesson?.alike.length).toBeGreaterThan(1);
  for (const { id, method } of lesson?.alike ?? []) {
    expect(method).toBe('proxy');
    expect(id).not.toBe('plante-et-moi');
  }
  expect(lesson?.alike[0]?.effect.domain).toBe('environmental');
});

test('a service that is not of the library teaches nothing made up', () => {
  expect(lessonOf('plante-et-moi')).toBeNull();
});

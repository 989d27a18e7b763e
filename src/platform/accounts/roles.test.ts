import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Grant,
  installation,
  may,
  offeredRoles,
  type Permission,
  permissions,
  roleNames,
  type Target,
} from './roles.ts';

const service: Target = { service: 'estime', organisations: ['dinum', 'ft'] };

test.each<[string, Grant['role'], Permission, boolean]>([
  ['a member measures', 'member', 'measure', true],
  ['a member writes the plan', 'member', 'edit-plan', true],
  ['a sponsor only reads the plan', 'sponsor', 'edit-plan', false],
  ['a steward only reads the plan', 'steward', 'edit-plan', false],
  ['a member does not choose members', 'member', 'manage-members', false],
  ['a member does not touch confidentiality', 'member', 'set-confidentiality', false],
  ['a sponsor decides', 'sponsor', 'decide', true],
  ['a sponsor publishes nothing', 'sponsor', 'publish', false],
  ['a steward sets confidentiality', 'steward', 'set-confidentiality', true],
  ['a member corrects', 'member', 'correct', true],
  ['a member withdraws nothing', 'member', 'withdraw', false],
  ['a steward withdraws', 'steward', 'withdraw', true],
  ['a steward publishes nothing', 'steward', 'publish', false],
  ['a steward decides nothing', 'steward', 'decide', false],
  ['a steward reviews', 'steward', 'review', true],
  ['a coach reviews', 'coach', 'review', true],
  ['a coach does not write the plan in place of the team', 'coach', 'edit-plan', false],
  ['a coach publishes nothing', 'coach', 'publish', false],
  ['a coach decides nothing', 'coach', 'decide', false],
  ['a member reviews nothing', 'member', 'review', false],
  ['a sponsor reviews nothing', 'sponsor', 'review', false],
  ['an administrator manages members', 'administrator', 'manage-members', true],
])('%s', (_, role, permission, allowed) => {
  expect(may([{ role, service: 'estime', organisation: null }], permission, service)).toBe(allowed);
});

test('a reader sees, and may do nothing else', () => {
  const grants: Grant[] = [{ role: 'reader', service: null, organisation: 'ft' }];
  expect(permissions.filter((asked) => may(grants, asked, service))).toEqual(['see']);
  expect(permissions.some((asked) => may(grants, asked, installation))).toBe(false);
});

test('nobody can be invited as a reader, and every other role can be offered', () => {
  const kept: readonly string[] = offeredRoles;
  expect(kept).not.toContain('reader');
  expect(new Set([...kept, 'reader'])).toEqual(new Set(Object.keys(roleNames)));
});

test('a role on a service reaches that service alone', () => {
  const grants: Grant[] = [{ role: 'administrator', service: 'estime', organisation: null }];
  expect(may(grants, 'see', { service: 'autre', organisations: ['dinum'] })).toBe(false);
  expect(may(grants, 'see', { service: null, organisations: ['dinum'] })).toBe(false);
  expect(may(grants, 'see', installation)).toBe(false);
});

test('a role on an organisation reaches its services, and not the installation', () => {
  const grants: Grant[] = [{ role: 'administrator', service: null, organisation: 'ft' }];
  expect(may(grants, 'see', service)).toBe(true);
  expect(may(grants, 'see', { service: 'autre', organisations: ['dinum'] })).toBe(false);
  expect(may(grants, 'manage-members', installation)).toBe(false);
});

test('no role of one organisation ever reaches what belongs to others', () => {
  const role = fc.constantFrom('member', 'sponsor', 'steward', 'administrator', 'reader' as const);
  const mine = fc.record({ role, service: fc.constant(null), organisation: fc.constantFrom('a', 'b') });
  const permission = fc.constantFrom<Permission>('see', 'measure', 'publish', 'decide', 'manage-members');
  const others = fc.record({ service: fc.option(fc.string()), organisations: fc.subarray(['c', 'd', 'e']) });
  fc.assert(
    fc.property(fc.array(mine as fc.Arbitrary<Grant>), permission, others, (grants, asked, target) => {
      expect(may(grants, asked, target)).toBe(false);
    }),
  );
});

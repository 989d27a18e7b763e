import { expect, test } from 'vitest';
import { Assets } from '../assets/assets.ts';
import { styleSheet } from './style-sheet.ts';

const sheet = (theme: 'etat' | 'neutre') => {
  const assets = new Assets();
  const asset = assets.find(styleSheet(theme, assets));
  if (asset === undefined) throw new Error('no style sheet');
  return { assets, asset, text: asset.plain.body.toString() };
};

test('the State theme: its components, light; nothing asked elsewhere; small', () => {
  const { assets, asset, text } = sheet('etat');
  expect(text).toMatch(/\.fr-header__service-title\s*\{/);
  expect(text).toContain('Marianne');
  const addresses = [...text.matchAll(/url\("(?!data:)([^"]+)"\)/g)].map(([, address = '']) => address);
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses) expect(assets.find(address)?.plain.body.length).toBeGreaterThan(0);
  expect(asset.brotli?.body.length).toBeLessThan(40_000);
});

test('the neutral theme takes nothing of the State: no font, no brand, no file', () => {
  const { asset, text } = sheet('neutre');
  expect(text).not.toMatch(/Marianne|url\(|fr-logo|#000091/);
  expect(asset.brotli?.body.length).toBeLessThan(12_000);
});

import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { Refusal } from './refusal.ts';

describe('settings of sign-in', () => {
  test('nothing set: this machine, messages in the terminal, no provider', () => {
    const { address, mail, oidc } = readConfig({ PORT: '9090' });
    expect({ address, mail, oidc }).toEqual({
      address: 'http://127.0.0.1:9090',
      mail: { kind: 'terminal' },
      oidc: null,
    });
  });

  test('a public site without a mail server never shows links', () => {
    expect(readConfig({ FOULEE_URL: 'https://impact.exemple.fr/' })).toMatchObject({
      address: 'https://impact.exemple.fr',
      mail: { kind: 'none' },
    });
  });

  test('ProConnect needs its address and its credentials', () => {
    const config = readConfig({
      FOULEE_OIDC_PRESET: 'proconnect',
      FOULEE_OIDC_ISSUER: 'https://proconnect.exemple.fr/api/v2',
      FOULEE_OIDC_CLIENT_ID: 'foulee',
      FOULEE_OIDC_CLIENT_SECRET: 'tres-secret',
    });
    expect(config.oidc).toMatchObject({ preset: 'proconnect', name: 'ProConnect' });
  });

  test.each<[string, Record<string, string>, string]>([
    ['an address with a path', { FOULEE_URL: 'https://exemple.fr/impact' }, "n'est pas l'adresse d'un site"],
    ['an address that is not one', { FOULEE_URL: 'impact' }, "n'est pas l'adresse d'un site"],
    ['a mail server that is not one', { FOULEE_SMTP: 'smtp.exemple.fr:tres-secret' }, 'FOULEE_SMTP'],
    [
      'a mail server without a sender',
      { FOULEE_SMTP: 'smtps://a:tres-secret@exemple.fr' },
      'FOULEE_MAIL_FROM',
    ],
    ['a provider without credentials', { FOULEE_OIDC_ISSUER: 'https://exemple.fr' }, 'FOULEE_OIDC_CLIENT_ID'],
    [
      'a provider in clear',
      {
        FOULEE_OIDC_ISSUER: 'http://exemple.fr',
        FOULEE_OIDC_CLIENT_ID: 'foulee',
        FOULEE_OIDC_CLIENT_SECRET: 'tres-secret',
      },
      'en https',
    ],
    [
      'an unknown preset',
      {
        FOULEE_OIDC_ISSUER: 'https://exemple.fr',
        FOULEE_OIDC_CLIENT_ID: 'foulee',
        FOULEE_OIDC_CLIENT_SECRET: 'tres-secret',
        FOULEE_OIDC_PRESET: 'franceconnect',
      },
      'franceconnect',
    ],
  ])('%s is refused, without repeating a secret', (_, environment, sentence) => {
    const refuse = () => readConfig(environment);
    expect(refuse).toThrow(Refusal);
    expect(refuse).toThrow(sentence);
    expect(refuse).not.toThrow('tres-secret');
  });
});

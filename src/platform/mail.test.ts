import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Mail, openMail } from './mail.ts';

const shown: string[] = [];
const failures: string[] = [];
const parts = {
  show: (text: string) => void shown.push(text),
  onFailure: (code: string) => void failures.push(code),
};

beforeEach(() => {
  shown.length = 0;
  failures.length = 0;
});

describe('by SMTP', () => {
  const received: string[] = [];
  let server: SMTPServer;
  let mail: Mail;
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo({ address }, _, done) {
        done(address.startsWith('refusee') ? new Error('no such mailbox') : null);
      },
      onData(stream, _, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.server.address() as AddressInfo;
    const from = 'Foulée <ne-pas-repondre@exemple.fr>';
    mail = openMail({ kind: 'smtp', url: `smtp://127.0.0.1:${port}`, from }, parts);
  });
  afterAll(() => {
    mail.close();
    return new Promise<void>((resolve) => {
      server.close(resolve);
    });
  });

  test('a message arrives whole, accents and link alike', async () => {
    const link = `https://impact.test/connexion/confirmer?jeton=${'x-_9'.repeat(20)}`;
    await mail.send({
      to: 'marie@exemple.fr',
      subject: 'Votre lien : été',
      text: `Bonjour,\n\n${link}\n\nà bientôt`,
    });
    const message = await simpleParser(received.at(-1) ?? '');
    expect(message.subject).toBe('Votre lien : été');
    expect(message.from?.value).toEqual([{ address: 'ne-pas-repondre@exemple.fr', name: 'Foulée' }]);
    expect([message.to].flat()[0]?.text).toBe('marie@exemple.fr');
    expect(message.text?.trim()).toBe(`Bonjour,\n\n${link}\n\nà bientôt`);
    expect(message.headers.get('auto-submitted')).toBe('auto-generated');
    expect(failures).toEqual([]);
  });

  test('a line break in a subject adds no recipient', async () => {
    await mail.send({ to: 'marie@exemple.fr', subject: 'Bonjour\r\nBcc: autre@exemple.fr', text: '.' });
    const message = await simpleParser(received.at(-1) ?? '');
    expect(message.bcc).toBeUndefined();
  });

  test('a failure is told by its code, without the address', async () => {
    await mail.send({ to: 'refusee@exemple.fr', subject: 'Lien', text: 'lien' });
    expect(failures).toEqual(['EENVELOPE']);
  });
});

test('a server that does not answer is told, and nothing is thrown', async () => {
  const mail = openMail({ kind: 'smtp', url: 'smtp://127.0.0.1:1', from: 'a@exemple.fr' }, parts);
  await mail.send({ to: 'marie@exemple.fr', subject: 'Lien', text: 'lien' });
  expect(failures).toEqual(['ESOCKET']);
});

test('on one’s own machine, messages show in the terminal, and that is said', async () => {
  const mail = openMail({ kind: 'terminal' }, parts);
  expect(shown.join()).toContain('les messages s’affichent ici');
  await mail.send({ to: 'marie@exemple.fr', subject: 'Lien', text: 'http://localhost:8080/x' });
  expect([mail.works, shown.at(-1)?.includes('http://localhost:8080/x')]).toEqual([true, true]);
});

test('a public site without a mail server says so and shows no link', async () => {
  const mail = openMail({ kind: 'none' }, parts);
  expect(shown.join()).toContain('n’envoie ni lien de connexion ni invitation');
  await mail.send({ to: 'marie@exemple.fr', subject: 'Lien', text: 'https://impact.test/secret' });
  expect([mail.works, failures]).toEqual([false, ['NO_MAIL_SERVER']]);
  expect(shown.join()).not.toContain('secret');
});

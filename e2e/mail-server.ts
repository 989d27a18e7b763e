import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { pause } from './real-site.ts';

/** A real mail server, that keeps what it takes. */
export interface MailServer {
  /** What a site needs to send through it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly received: readonly ParsedMail[];
  /** Waits for the message of this rank, the first being 1. */
  message(rank: number): Promise<ParsedMail>;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });
  // A site killed while it sends.
  server.on('error', () => {});
  await new Promise<void>((open) => void server.listen(0, '127.0.0.1', open));
  const { port } = server.server.address() as AddressInfo;
  return {
    settings: {
      FOULEE_SMTP: `smtp://127.0.0.1:${port}`,
      FOULEE_MAIL_FROM: 'Foulée <ne-pas-repondre@exemple.fr>',
    },
    received,
    async message(rank) {
      for (;;) {
        const found = received[rank - 1];
        if (found !== undefined) return found;
        await pause(50);
      }
    },
    close: () => new Promise<void>((closed) => void server.close(closed)),
  };
}

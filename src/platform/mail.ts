import { createTransport } from 'nodemailer';
import type { MailSetting } from './sign-in-settings.ts';

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where the reader stops such messages in one click (RFC 8058); left out: a message they asked for just now. */
  readonly unsubscribe?: string;
  /** Its Message-ID, between angle brackets; left out: a new one each time. */
  readonly id?: string;
}

export interface Mail {
  /** Whether links can reach people: false, pages say so rather than pretend. */
  readonly works: boolean;
  /** Whether a server took the message, or it was shown. */
  send(message: Message): Promise<boolean>;
  close(): void;
}

interface Parts {
  /** Told of a message that could not be sent: a code, never to whom. */
  readonly onFailure: (code: string) => void;
  /** Where messages are shown when no mail server is set: the terminal. */
  readonly show: (text: string) => void;
}

/** Sends by SMTP; or shows messages in the terminal, on one's own machine; or, on a public site, sends nothing. */
export function openMail(setting: MailSetting, { onFailure, show }: Parts): Mail {
  if (setting.kind === 'smtp') return smtpMail(setting, onFailure);
  if (setting.kind === 'none') {
    const notSent = async () => {
      onFailure('NO_MAIL_SERVER');
      return false;
    };
    show(
      'Aucun serveur de courriel n’est réglé (FOULEE_SMTP) : ce site public n’envoie ni lien de connexion ni invitation.\n',
    );
    return { works: false, send: notSent, close() {} };
  }
  show('Aucun serveur de courriel n’est réglé (FOULEE_SMTP) : les messages s’affichent ici, pour essayer.\n');
  return {
    works: true,
    async send({ to, subject, text }) {
      show(`\n— Message pour ${to} : ${subject}\n${text}\n—\n`);
      return true;
    },
    close() {},
  };
}

function smtpMail(
  { url, from }: Extract<MailSetting, { kind: 'smtp' }>,
  onFailure: Parts['onFailure'],
): Mail {
  const transport = createTransport(url, { from });
  return {
    works: true,
    async send({ unsubscribe, id, ...message }) {
      try {
        await transport.sendMail({
          ...message,
          ...(id !== undefined && { messageId: id }),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...(unsubscribe !== undefined && {
              'List-Unsubscribe': `<${unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return true;
      } catch (error) {
        onFailure((error as { code?: string }).code ?? 'UNKNOWN');
        return false;
      }
    },
    close: () => transport.close(),
  };
}

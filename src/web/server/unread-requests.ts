import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorText } from '../pages/error-page.tsx';

/** Why a request was not read to its end. The status goes with it. */
interface Unread {
  readonly status: 400 | 408 | 413 | 431;
  readonly text: ErrorText;
}

const sentToo = 'Aucune donnée n’a été modifiée.';

/** What is not HTTP, or not an address of a site. */
const malformed: Unread = {
  status: 400,
  text: {
    title: 'Demande incompréhensible',
    what: `Le serveur n’a pas compris ce que le programme lui a envoyé : ce n’est pas une demande du web bien formée. ${sentToo}`,
    advice:
      'Dans un navigateur, revenez à la page d’accueil du site. Si vous écrivez un programme, vérifiez l’adresse et les en-têtes qu’il envoie.',
  },
};

const byCode = new Map<string, Unread>([
  [
    'HPE_HEADER_OVERFLOW',
    {
      status: 431,
      text: {
        title: 'Adresse ou en-têtes trop longs',
        what: `L’adresse demandée et les informations que le navigateur envoie avec elle dépassent 16 Kio. ${sentToo}`,
        advice:
          'Raccourcissez l’adresse. Si elle est courte, effacez les témoins (cookies) de ce site dans votre navigateur, puis recommencez.',
      },
    },
  ],
  [
    'HPE_CHUNK_EXTENSIONS_OVERFLOW',
    {
      status: 413,
      text: {
        title: 'Envoi trop gros',
        what: `Ce qui a été envoyé dépasse la taille acceptée. ${sentToo}`,
        advice: 'Réduisez ce que vous envoyez, puis recommencez.',
      },
    },
  ],
  [
    'ERR_HTTP_REQUEST_TIMEOUT',
    {
      status: 408,
      text: {
        title: 'Demande trop lente',
        what: `La demande n’est pas arrivée entière dans le temps prévu. ${sentToo}`,
        advice: 'Vérifiez votre connexion, puis recommencez.',
      },
    },
  ],
]);

const reasons = {
  400: 'Bad Request',
  408: 'Request Timeout',
  413: 'Content Too Large',
  431: 'Request Header Fields Too Large',
} as const;

/**
 * Answers what Node could not read as a request, and closes the connection; returns the status, null when nothing can
 * be said any more: the client has left, or `underWay`, the answer to the same request, has begun.
 */
export function refuseUnread(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  underWay: ServerResponse | undefined,
): number | null {
  if (error.code === 'ECONNRESET' || !socket.writable || underWay?.headersSent === true) {
    socket.destroy();
    return null;
  }
  const { status, text } = byCode.get(error.code ?? '') ?? malformed;
  const body = sentences(text);
  const head = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status]}\r\n${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`,
  );
  return status;
}

/** The same for a request that HTTP allows and that the site cannot turn into an address. */
export const malformedAnswer = (): Response =>
  new Response(sentences(malformed.text), { status: malformed.status, headers });

const headers = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;

const sentences = ({ title, what, advice }: ErrorText): string => `${title}. ${what}\n${advice}\n`;

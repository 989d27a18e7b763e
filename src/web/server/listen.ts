import type { Server } from 'node:http';
import { Refusal } from '../../platform/refusal.ts';

/** Starts listening; refuses in French when the port cannot be had. Returns the port, chosen by the system when 0. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new Refusal(
      'usage',
      `Le port ${port} est déjà pris sur ${host} : un autre programme, peut-être un autre Foulée, y répond.`,
      'Arrêtez-le, ou choisissez un autre port : PORT=8081 foulee serve.',
    );
  }
  if (error.code === 'EACCES') {
    return new Refusal(
      'usage',
      `Ce compte n’a pas le droit d’ouvrir le port ${port}.`,
      'Choisissez un port au-dessus de 1024, par exemple PORT=8080.',
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new Refusal(
      'usage',
      `« ${host} » n’est pas une adresse de cette machine.`,
      'Donnez HOST=127.0.0.1 pour cette machine seule, ou HOST=0.0.0.0 pour tout le réseau.',
    );
  }
  return error;
}

/** Stops taking requests and waits for those under way; after `patience` milliseconds, stops waiting. */
export function closeServer(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), patience);
    // A connection kept alive by its client is idle only once its last answer is sent.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
  });
}

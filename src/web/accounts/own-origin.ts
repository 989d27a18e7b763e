const oneName = (address: string): string =>
  address.replace(/^http:\/\/localhost(?=:|$)/, 'http://127.0.0.1');

/** Whether a form comes from the site itself; on its own machine a site has two names, localhost and 127.0.0.1. */
export const isOwnOrigin = (origin: string, address: string): boolean => oneName(origin) === oneName(address);

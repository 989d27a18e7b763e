import { Refusal } from './refusal.ts';

/** How messages leave: a mail server, the terminal on one's own machine, or not at all. */
export type MailSetting =
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  | { readonly kind: 'terminal' }
  | { readonly kind: 'none' };

export interface OidcSetting {
  readonly preset: 'proconnect' | 'generic';
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button. */
  readonly name: string;
}

/** The value of a setting, null when it is not set. */
type Read = (name: string) => string | null;

/** FOULEE_URL, where the site is on the web, without a final slash; by default the one `foulee serve` prints. */
export function siteAddress(set: Read): string {
  const text = set('FOULEE_URL') ?? `http://127.0.0.1:${set('PORT') ?? '8080'}`;
  if (!/^https?:\/\/[^/?#@]+\/?$/.test(text) || !URL.canParse(text)) {
    throw new Refusal(
      'usage',
      `FOULEE_URL vaut « ${text} », qui n'est pas l'adresse d'un site.`,
      'Écrivez par exemple FOULEE_URL=https://impact.exemple.gouv.fr, sans rien après le nom.',
    );
  }
  return new URL(text).origin;
}

/** FOULEE_SMTP and FOULEE_MAIL_FROM. Without them messages show in the terminal, except on a public site. */
export function mailSetting(set: Read, address: string): MailSetting {
  const url = set('FOULEE_SMTP');
  const from = set('FOULEE_MAIL_FROM');
  if (url === null) return { kind: address.startsWith('https:') ? 'none' : 'terminal' };
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Refusal(
      'usage',
      "FOULEE_SMTP n'est pas l'adresse d'un serveur de courriel.",
      'Écrivez par exemple FOULEE_SMTP=smtps://compte:motdepasse@smtp.exemple.fr:465.',
    );
  }
  if (from === null) {
    throw new Refusal(
      'usage',
      'FOULEE_SMTP est donné sans FOULEE_MAIL_FROM : de quelle adresse partiront les courriels ?',
      'Écrivez par exemple FOULEE_MAIL_FROM="Foulée <ne-pas-repondre@exemple.gouv.fr>".',
    );
  }
  return { kind: 'smtp', url, from };
}

/** FOULEE_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _PRESET (`proconnect`) and _NAME; null without an issuer. */
export function oidcSetting(set: Read): OidcSetting | null {
  const issuer = set('FOULEE_OIDC_ISSUER');
  if (issuer === null) return null;
  const clientId = set('FOULEE_OIDC_CLIENT_ID');
  const clientSecret = set('FOULEE_OIDC_CLIENT_SECRET');
  const preset = set('FOULEE_OIDC_PRESET') ?? 'generic';
  if (clientId === null || clientSecret === null) {
    throw new Refusal(
      'usage',
      'FOULEE_OIDC_ISSUER est donné sans FOULEE_OIDC_CLIENT_ID et FOULEE_OIDC_CLIENT_SECRET.',
      'Recopiez ceux que le fournisseur d’identité a donnés à ce site.',
    );
  }
  if (preset !== 'proconnect' && preset !== 'generic') {
    throw new Refusal(
      'usage',
      `FOULEE_OIDC_PRESET vaut « ${preset} ».`,
      'Écrivez FOULEE_OIDC_PRESET=proconnect, ou retirez ce réglage pour un autre fournisseur.',
    );
  }
  if (!isSafe(issuer)) {
    throw new Refusal(
      'usage',
      "FOULEE_OIDC_ISSUER n'est pas une adresse en https.",
      'Recopiez l’adresse donnée par le fournisseur d’identité, sans « /.well-known/openid-configuration ».',
    );
  }
  const name = set('FOULEE_OIDC_NAME') ?? (preset === 'proconnect' ? 'ProConnect' : new URL(issuer).host);
  return { preset, issuer, clientId, clientSecret, name };
}

/** In clear only towards this very machine. */
function isSafe(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}

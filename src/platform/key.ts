import { createHash, createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Config } from './config.ts';
import { Refusal } from './refusal.ts';

/** The secret that turns identifiers into pseudonyms. Only `innerPad` and `outerPad` leave this file. */
export interface PseudonymKey {
  /** The key combined with the two constants of HMAC (RFC 2104), 64 bytes each. */
  readonly innerPad: Uint8Array;
  readonly outerPad: Uint8Array;
  /** Says whether two imports used the same key, without telling anything of it; 16 hexadecimal digits. */
  readonly fingerprint: string;
  /** Path of the key file when this call has just created it. */
  readonly createdAt: string | null;
}

/** The key if there is one; never creates it. */
export function readKeyIfAny(config: Config): PseudonymKey | null {
  const { key } = config;
  if (key.from === 'file' && key.created && readIfThere(key.path) === null) return null;
  return readKey(config);
}

const shortest = 32;
const block = 64;

/** Reads the key, or creates its file on first use (mode 0600, outside the data folder). */
export function readKey(config: Pick<Config, 'dataFolder' | 'key'>): PseudonymKey {
  if (config.key.from === 'environment') return fromText(config.key.text, 'FOULEE_KEY', null);
  const { path, created } = config.key;
  refuseBesideData(path, config.dataFolder);
  const text = readIfThere(path);
  if (text !== null) return fromText(text.trim(), `le fichier ${path}`, null);
  if (created) return fromText(createKeyFile(path), `le fichier ${path}`, path);
  throw new Refusal(
    'usage',
    `Le fichier de clé ${path} (FOULEE_KEY_FILE) n'existe pas.`,
    `Créez-le, par exemple avec « openssl rand -hex 32 > ${path} », et gardez-en une copie en lieu sûr.`,
  );
}

/** HMAC's two padded keys for a key of any length. */
export function hmacPads(key: Uint8Array): { innerPad: Uint8Array; outerPad: Uint8Array } {
  const padded = new Uint8Array(block);
  padded.set(key.length > block ? createHash('sha256').update(key).digest() : key);
  return { innerPad: padded.map((byte) => byte ^ 0x36), outerPad: padded.map((byte) => byte ^ 0x5c) };
}

function fromText(text: string, where: string, createdAt: string | null): PseudonymKey {
  if (text.length < shortest) {
    throw new Refusal(
      'usage',
      `La clé de pseudonymisation (${where}) est trop courte : ${text.length} caractères, il en faut au moins ${shortest}.`,
      'Prenez une clé tirée au hasard, par exemple celle que donne « openssl rand -hex 32 ».',
    );
  }
  const key = Buffer.from(text, 'utf8');
  const fingerprint = createHmac('sha256', key).update('foulee key fingerprint').digest('hex').slice(0, 16);
  return { ...hmacPads(key), fingerprint, createdAt };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Refusal(
      'usage',
      `Le fichier de clé ${path} ne peut pas être lu (${(error as NodeJS.ErrnoException).code}).`,
      'Vérifiez que ce compte a le droit de le lire.',
    );
  }
}

/** Writes the whole key under another name first, so that no process ever reads half a key. */
function createKeyFile(path: string): string {
  const text = randomBytes(32).toString('hex');
  const draft = join(dirname(path), `.key-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(draft, path);
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(path, 'utf8').trim();
    throw new Refusal(
      'usage',
      `La clé de pseudonymisation ne peut pas être créée dans ${path} (${(error as NodeJS.ErrnoException).code}).`,
      'Donnez un autre emplacement avec FOULEE_KEY_FILE, ou la clé elle-même avec FOULEE_KEY.',
    );
  } finally {
    rmSync(draft, { force: true });
  }
}

function refuseBesideData(path: string, dataFolder: string): void {
  const inside = relative(realPath(dataFolder), realPath(path));
  if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside) return;
  throw new Refusal(
    'usage',
    `La clé de pseudonymisation (${path}) est rangée avec les données (${dataFolder}) : qui copie les données aurait aussi la clé.`,
    'Rangez-la ailleurs et indiquez son chemin avec FOULEE_KEY_FILE.',
  );
}

/** The path without symbolic links, as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), path.slice(dirname(path).length));
  }
}

import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { nearestName } from '../plan/nearest-name.ts';
import { Refusal } from '../platform/refusal.ts';

export interface SourceFile {
  /** Relative to the plan's folder, with `/`. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

export interface Discovery {
  readonly files: readonly SourceFile[];
  /** Patterns that no file matches, each with a sentence that says so. */
  readonly unmatched: readonly { readonly pattern: string; readonly sentence: string }[];
}

/**
 * Files of the plan's folder that match the patterns, sorted by name: `*` and `?` within a name, `**` across
 * folders, `{a,b}`. A folder that does not exist holds nothing. A pattern or a symbolic link that leads out of the folder is refused.
 */
export function discoverFiles(source: string, patterns: readonly string[], planFolder: string): Discovery {
  const root = existsSync(planFolder) ? realpathSync(planFolder) : planFolder;
  const found = new Map<string, SourceFile>();
  const unmatched: { pattern: string; sentence: string }[] = [];
  for (const pattern of patterns) {
    refuseEscape(source, pattern);
    const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
    const names = matches(root, '', parts);
    for (const name of names) found.set(name, inspect(source, root, name));
    if (names.length === 0)
      unmatched.push({ pattern, sentence: nothingMatches(source, root, pattern, parts) });
  }
  return { files: [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), unmatched };
}

function matches(root: string, folder: string, parts: readonly string[]): string[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [];
  const entries = listFolder(join(root, folder));
  const below = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  if (first === '**') {
    const deeper = entries.filter(({ folder: is, link }) => is && !link);
    return [
      ...matches(root, folder, rest),
      ...deeper.flatMap(({ name }) => matches(root, below(name), parts)),
    ];
  }
  const test = globExpression(first);
  const named = entries.filter(({ name }) => test.test(name));
  if (rest.length === 0) return named.filter((entry) => !entry.folder).map(({ name }) => below(name));
  return named.filter((entry) => entry.folder).flatMap(({ name }) => matches(root, below(name), rest));
}

function listFolder(path: string): { name: string; folder: boolean; link: boolean }[] {
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name.normalize('NFC'),
      link: entry.isSymbolicLink(),
      folder: entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(join(path, entry.name))),
    }));
  } catch {
    return [];
  }
}

function leadsToFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Names starting with a dot are matched only by a pattern that starts with a dot. */
function globExpression(glob: string): RegExp {
  const body = glob
    .normalize('NFC')
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[^/]*')
    .replace(/\?/g, '[^/]')
    .replace(/\{([^{}]*)\}/g, (_, choices: string) => `(?:${choices.split(',').join('|')})`);
  return new RegExp(`^${glob.startsWith('.') ? '' : '(?!\\.)'}${body.replace(/[{}]/g, '\\$&')}$`, 'u');
}

function inspect(source: string, root: string, name: string): SourceFile {
  const path = join(root, name);
  const real = realpathOrNull(path);
  if (real === null) {
    const what = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
      ? 'est un lien vers un fichier qui n’existe pas'
      : 'ne peut pas être lu';
    throw new Refusal(
      'data',
      `Source « ${source} » : ${name} ${what}.`,
      'Vérifiez ce fichier, puis relancez l’import.',
    );
  }
  const inside = relative(root, real);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw new Refusal(
      'data',
      `Source « ${source} » : ${name} est un lien qui mène hors du dossier du plan.`,
      'Copiez le fichier dans le dossier du plan, ou placez le plan dans un dossier qui contient les données.',
    );
  }
  const { size, mtimeMs } = statSync(real);
  return { name, path: real, size, modified: mtimeMs };
}

function realpathOrNull(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function refuseEscape(source: string, pattern: string): void {
  if (!isAbsolute(pattern) && !/^[a-z]:/i.test(pattern) && !pattern.split(/[/\\]/).includes('..')) return;
  throw new Refusal(
    'data',
    `Source « ${source} » : « ${pattern} » sort du dossier du plan.`,
    'Donnez des chemins relatifs au plan, sans « .. » : les données se placent dans le dossier du plan ou dessous.',
  );
}

function nothingMatches(source: string, root: string, pattern: string, parts: readonly string[]): string {
  const fixed = parts.slice(0, -1).filter((part) => !/[*?{]/.test(part));
  const names = listFolder(join(root, ...fixed)).filter(
    (entry) => !entry.folder && !entry.name.startsWith('.'),
  );
  const near = nearestName(
    (parts.at(-1) ?? '').replace(/[*?]/g, ''),
    names.map(({ name }) => name),
  );
  const beside = names.slice(0, 5).map(({ name }) => name);
  const hint = near
    ? ` Le nom le plus proche dans ce dossier est « ${near} ».`
    : beside.length > 0
      ? ` Ce dossier contient : ${beside.join(', ')}${names.length > 5 ? '…' : ''}.`
      : ' Ce dossier ne contient aucun fichier.';
  return `Source « ${source} » : aucun fichier ne correspond à « ${pattern} » dans le dossier du plan.${hint}`;
}

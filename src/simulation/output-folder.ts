import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const worldFile =
  /^(activity-lbb-[\d.]+\.(json|csv)(\.gz)?|dpae-\d{6}\.csv|people\.csv|truth\.json|impact\.yaml)$/;

/**
 * Makes sure a world may be written in a folder. `occupied`: it holds something and `force` is false.
 * With `force`, an earlier simulated world is removed and other files stay; `foreign`: it holds files that have the
 * names of a world without being one (a real log, a plan), which are never removed.
 */
export function clearOutput(
  folder: string,
  force: boolean,
): 'ready' | 'occupied' | 'foreign' | 'not-a-folder' {
  if (!existsSync(folder)) return 'ready';
  if (!statSync(folder).isDirectory()) return 'not-a-folder';
  const names = readdirSync(folder);
  if (names.length === 0) return 'ready';
  if (!force) return 'occupied';
  const mine = names.filter((name) => worldFile.test(name));
  if (mine.length > 0 && !isSimulated(folder)) return 'foreign';
  for (const name of mine) rmSync(join(folder, name));
  return 'ready';
}

function isSimulated(folder: string): boolean {
  try {
    const truth: unknown = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
    return typeof truth === 'object' && truth !== null && 'simulation' in truth;
  } catch {
    return false;
  }
}

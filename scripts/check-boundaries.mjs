// Checks the import table (.dependency-cruiser.cjs) on `src` and the packages of the current folder, and that every file was examined:
// a guard that looked at nothing must not pass.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const depcruise = fileURLToPath(
  new URL('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', import.meta.url),
);
const examinedFolders = ['src', ...(existsSync('packages') ? ['packages/sdk/src'] : [])];
const arguments_ = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...examinedFolders];
const { stdout, stderr } = spawnSync(process.execPath, [depcruise, ...arguments_], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
let result;
try {
  result = JSON.parse(stdout);
} catch {
  console.error(`The boundary check did not run: ${stderr}`);
  process.exit(2);
}
const written = readdirSync('src', { recursive: true }).filter((file) => /\.tsx?$/.test(String(file))).length;
const examined = result.modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source)).length;
for (const { rule, from, to } of result.summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (written === 0 || examined < written) {
  console.error(`The boundary check examined ${examined} of ${written} files.`);
  process.exit(1);
}
console.log(`boundaries: ${examined} files examined, ${result.summary.violations.length} violations`);
process.exit(result.summary.violations.length === 0 ? 0 : 1);

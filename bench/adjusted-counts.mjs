// Time and memory of the weighting and doubly robust estimates alone, from counts by covariate cell.
//   npm run build && node bench/adjusted-counts.mjs weighting|doubly-robust
// One million units, 12 covariates of 3 levels, true effect 0.05. Keep what it prints in docs/vitesse.md.
import { doublyRobustFollowUpEffect } from '../dist/statistics/doubly-robust-follow-up.js';
import { weightedFollowUpEffect } from '../dist/statistics/weighted-follow-up.js';

const [units, width] = [1_000_000, 12];
let state = 12345;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const cellOf = new Map();
const cells = [];
const counted = new Map();
for (let i = 0; i < units; i++) {
  let [code, score] = [0, 0];
  for (let j = 0; j < width; j++) {
    const level = Math.floor(3 * random());
    code = code * 3 + level;
    if (j < 4) score += level - 1;
  }
  if (!cellOf.has(code)) cellOf.set(code, cells.push(code) - 1);
  const cell = cellOf.get(code);
  const treated = random() < 0.5 + 0.08 * score ? 1 : 0;
  const happens = random() < 0.3 + 0.04 * score + 0.05 * treated;
  const end = happens ? 1 + Math.floor(90 * random()) : 90;
  const followed = 60 + Math.floor(120 * random());
  const time = Math.min(end, followed);
  const status = happens && end <= followed ? 1 : 0;
  const key = ((cell * 2 + treated) * 256 + time) * 2 + status;
  const known = counted.get(key);
  if (known) known.n++;
  else counted.set(key, { cell, treated, time, status, n: 1 });
}
const rows = [...counted.values()];
counted.clear();
const columns = 2 * width;
const values = new Float64Array(cells.length * columns);
cells.forEach((code, i) => {
  for (let j = width - 1, rest = code; j >= 0; j--) {
    const level = rest % 3;
    rest = (rest - level) / 3;
    if (level > 0) values[i * columns + 2 * j + level - 1] = 1;
  }
});
const names = Array.from({ length: columns }, (_, j) => `c${j}`);
const covariates = { names, values: { rows: cells.length, columns, values } };
const asked = { estimand: 'ATE', horizons: [90], level: 0.95 };

const [cpu, start] = [process.cpuUsage(), performance.now()];
const found =
  process.argv[2] === 'weighting'
    ? weightedFollowUpEffect(rows, covariates, { ...asked, weighting: 'inverse-probability' })
    : doublyRobustFollowUpEffect(rows, covariates, asked);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
const [effect] = found.effects;
console.log(
  `${rows.length} counts, ${cells.length} cells: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor), ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; effect ${effect.value.toFixed(4)} (${effect.lower.toFixed(4)} to ${effect.upper.toFixed(4)})`,
);

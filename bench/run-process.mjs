import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Clock ticks of /proc a second, on every Linux that Node runs on. */
const ticks = 100;

/**
 * Runs a Node script to its end: seconds elapsed, seconds of processor, and peak resident memory in megabytes
 * (0 where there is no /proc). Seconds of processor depend less on what else the machine is doing.
 */
export async function run(script, args, environment = {}) {
  const start = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  let peak = 0;
  let processor = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      const [, after] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
      const fields = after.split(' ');
      processor = (Number(fields[11]) + Number(fields[12])) / ticks;
    } catch {}
  }, 10);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${script} ${args.join(' ')}: exit code ${code}`);
  return { seconds: (performance.now() - start) / 1000, processor, peak };
}

export const median = (figures) => {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

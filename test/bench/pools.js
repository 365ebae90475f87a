/** Pools filled directly, each in a process of its own: what a ranking costs where there is no database. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const CHILD = fileURLToPath(new URL('pool-child.js', import.meta.url));

/** Rounds of five needs; percentiles want many. */
const SIZES = [
  { size: 100_000, rounds: 60, accounted: true },
  { size: 1_000_000, rounds: 12, accounted: false },
];

export async function benchPools() {
  const pools = [];
  for (const { size, rounds, accounted } of SIZES) {
    const given = ['--expose-gc', CHILD, size, rounds, Number(accounted)].map(String);
    const { stdout } = await promisify(execFile)(process.execPath, given);
    pools.push({ size, ...JSON.parse(stdout) });
  }
  return pools;
}

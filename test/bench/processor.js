/** Processor time of a server and its children, as Linux tells it; it counts also where the machine does other work. */
import { readdirSync, readFileSync } from 'node:fs';

/** Seconds that `getconf CLK_TCK` counts in, on every Linux that Node runs on. */
const TICK = 0.01;

/** Seconds of a process, its children and those that have ended; null where the system does not tell. */
export function processorOf(pid) {
  const own = timesOf(pid);
  if (!own) return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => timesOf(name) ?? [])
    .filter(({ parent }) => parent === pid);
  return children.reduce((sum, child) => sum + child.itself, own.itself + own.ended);
}

/** The fields of proc(5) behind the name of the program, which may have spaces. */
function timesOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent, user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map(
      (i) => fields[i],
    );
    return { parent, itself: (user + system) * TICK, ended: (endedUser + endedSystem) * TICK };
  } catch {
    return null;
  }
}

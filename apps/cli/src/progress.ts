import { SingleBar } from 'cli-progress';

/** How far a long command is. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

/** Lines between two plain reports where there is no terminal. */
const REPORT_EVERY = 5_000;

/** A bar on a terminal, a plain line now and then elsewhere. `total` 0 means that it is not known. */
export function progress(title: string, total: number): Progress {
  return process.stderr.isTTY ? bar(title, total) : lines(title, total);
}

function bar(title: string, total: number): Progress {
  const known = total > 0;
  const format = known ? `${title} {bar} {value}/{total} {eta_formatted}` : `${title} {value}`;
  const single = new SingleBar({ format, hideCursor: true, clearOnComplete: true });
  single.start(total, 0);
  return { update: (done) => single.update(done), stop: () => single.stop() };
}

function lines(title: string, total: number): Progress {
  let reported = 0;
  return {
    update: (done) => {
      if (done - reported < REPORT_EVERY) return;
      reported = done;
      console.error(`${title}: ${done}${total > 0 ? ` of ${total}` : ''}`);
    },
    stop: () => undefined,
  };
}

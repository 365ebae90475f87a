import type { Progress } from '#solver';

/** Tells on one line of a terminal how far a solver is; nothing where there is none. */
export function solverProgress(): { tell: (progress: Progress) => void; clear: () => void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { tell: () => undefined, clear: () => undefined };
  const line = (text: string) => stderr.write(`\r\u001B[K${text}`);
  return {
    tell: ({ gap, nodes, seconds }) => {
      const share = gap === null ? '' : `, at most ${(100 * gap).toFixed(2)} % from the best`;
      line(`Solving: ${seconds.toFixed(0)} s, ${nodes} branches${share} (Ctrl-C to stop)`);
    },
    clear: () => line(''),
  };
}

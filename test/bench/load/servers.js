/** Servers and the client in processes of their own; each ends when whoever started it lets go of it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHILDREN = ['house', 'nest', 'mercurius', 'client'];
const FILES = Object.fromEntries(
  CHILDREN.map((name) => [name, fileURLToPath(new URL(`${name}-child.js`, import.meta.url))]),
);

/** A server, once it listens. `ask` sends a word and gives what is answered. */
export async function startServer(kind, { given = [], env = {} } = {}) {
  const child = start(kind, given, env);
  const { address } = await answerOf(child);
  return {
    address,
    tell: (word) => child.send(word),
    ask: (word) => {
      child.send(word);
      return answerOf(child);
    },
    close: () => end(child),
  };
}

/** The client: `load` sends traffic and gives what became of it. */
export function startClient() {
  const child = start('client', [], {});
  return {
    load: async (run) => {
      child.send(run);
      const { told, failure } = await answerOf(child);
      if (failure) throw new Error(`Not a valid run: ${failure}`);
      return told;
    },
    close: () => end(child),
  };
}

function start(kind, given, env) {
  return fork(FILES[kind], given, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
}

async function answerOf(child) {
  const answered = new AbortController();
  const { signal } = answered;
  const gone = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`Not a valid run: a process ended with ${code}.`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), gone]);
    return message;
  } finally {
    gone.catch(() => undefined);
    answered.abort();
  }
}

async function end(child) {
  if (!child.connected) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}

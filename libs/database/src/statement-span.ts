import { beginSpan } from '#telemetry';
import { TABLE_OWNERS } from './table-owners.js';

type Send = (...args: unknown[]) => unknown;
type Tell = (error: Error | null, result?: unknown) => void;

const TABLES: ReadonlySet<string> = new Set(Object.values(TABLE_OWNERS).flat());

/**
 * Sends a statement in a span of its own, where anything is traced. Told are its first word and the first of our tables
 * that it names: neither its text nor a parameter.
 *
 * @param args as pg's `query` takes them: perhaps with a callback at the end
 */
export function traceStatement(text: string, args: unknown[], send: Send): unknown {
  const [, verb = 'statement'] = /^\s*([a-z]+)/i.exec(text) ?? [];
  const span = beginSpan(`sql ${verb.toUpperCase()}`, () => attributesOf(verb, text));
  if (!span) return send(...args);
  const callback = args.at(-1);
  if (typeof callback === 'function') {
    const tell: Tell = (error, result) => {
      span.end(error ?? undefined);
      (callback as Tell)(error, result);
    };
    return send(...args.slice(0, -1), tell);
  }
  const answer = send(...args);
  if (!(answer instanceof Promise)) {
    span.end();
    return answer;
  }
  answer.then(
    () => span.end(),
    (error: unknown) => span.end(error),
  );
  return answer;
}

function attributesOf(verb: string, text: string): Record<string, string> {
  const table = (text.match(/\b[a-z_.]+\b/g) ?? []).find((word) => TABLES.has(word));
  return {
    'db.system.name': 'postgresql',
    'db.operation.name': verb.toUpperCase(),
    ...(table && { 'db.collection.name': table }),
  };
}

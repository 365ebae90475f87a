import type { Settings } from '#config';
import { JsonLogger } from './json-logger.js';

/**
 * Says what a program does, whatever the level of its log: to people as `text`; where programs read the log, as a line of it.
 *
 * @param sentence the same in one plain sentence
 */
export function announce(
  { logFormat }: Pick<Settings, 'logFormat'>,
  sentence: string,
  text = sentence,
): void {
  if (logFormat === 'json') new JsonLogger('info').log(sentence, 'Program');
  else process.stdout.write(`${text}\n`);
}

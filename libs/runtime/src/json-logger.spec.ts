import { describe, expect, it } from '@jest/globals';
import { JsonLogger } from './json-logger.js';

describe('the log as JSON', () => {
  const written = (
    level: 'warn' | 'info',
    write: (logger: JsonLogger) => void,
    context = {},
  ): Record<string, unknown>[] => {
    const lines: string[] = [];
    const to = { write: (line: string) => void lines.push(line) };
    write(new JsonLogger(level, () => context, to));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  it('is one object a line, with time, level, context and what belongs to each line now', () => {
    const lines = written('info', (logger) => logger.warn('a sentence', 'Test'), {
      requestId: 'r-1',
    });
    expect(lines).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        level: 'warn',
        context: 'Test',
        requestId: 'r-1',
        msg: 'a sentence',
      },
    ]);
  });

  it('tells an error by its kind alone: its message and stack might quote a profile', () => {
    const error = new TypeError('Amina Quillfeather');
    const lines = written('warn', (logger) => {
      logger.error(error, undefined, 'Test');
      logger.error(error, error.stack);
      logger.fatal(error);
    });
    expect(lines.map(({ level, context }) => [level, context])).toEqual([
      ['error', 'Test'],
      ['error', undefined],
      ['fatal', undefined],
    ]);
    expect(JSON.stringify(lines)).not.toContain('Quillfeather');
    for (const { msg } of lines) expect(msg).toMatch(/^Something unexpected .*\(TypeError\)/);
  });

  it('leaves out what is below its level, and what the program says itself', () => {
    const lines = written('warn', (logger) => {
      logger.log('a step', 'Test');
      logger.error(new Error('no'), undefined, 'ExceptionHandler');
    });
    expect(lines).toEqual([]);
  });

  it('takes fields as they are', () => {
    const [line] = written('info', (logger) => logger.log({ msg: 'request', status: 200 }, 'HTTP'));
    expect(line).toMatchObject({ level: 'info', context: 'HTTP', msg: 'request', status: 200 });
  });
});

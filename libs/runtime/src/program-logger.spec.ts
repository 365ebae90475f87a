import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ProgramLogger } from './program-logger.js';

describe('the log of a program', () => {
  const logger = new ProgramLogger();
  let written: string[];
  beforeEach(() => {
    written = [];
    for (const stream of ['stdout', 'stderr'] as const) {
      jest.spyOn(process[stream], 'write').mockImplementation((text) => {
        written.push(String(text));
        return true;
      });
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('tells an error by its kind alone: its message and stack might quote a profile', () => {
    const error = new TypeError('Amina Quillfeather');
    logger.error(error, undefined, 'Test');
    logger.error(error, error.stack);
    expect(written).toHaveLength(2);
    expect(written.join('')).not.toContain('Quillfeather');
    expect(written.join('').match(/Something unexpected went wrong \(TypeError\)/g)).toHaveLength(
      2,
    );
  });

  it('says what the program itself writes, from warnings on', () => {
    logger.log('a step', 'Test');
    logger.warn('a warning', 'Test');
    logger.error('a sentence', undefined, 'Test');
    expect(written.map((text) => /a (step|warning|sentence)/.exec(text)?.[0])).toEqual([
      'a warning',
      'a sentence',
    ]);
  });

  it('leaves what keeps a program from starting to the program, which says it once', () => {
    logger.error(new Error('no'), undefined, 'ExceptionHandler');
    expect(written).toEqual([]);
  });
});

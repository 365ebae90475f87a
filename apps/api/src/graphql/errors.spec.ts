import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { TimeoutError } from '#identity';
import { Logger } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { contextFailure } from './errors.js';

describe('what stands in the way of a request before its document', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });
  const logged = () => jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);

  it('is no fault where whoever asked has gone while a statement ran', () => {
    const lines = logged();
    const failure = new QueryFailedError('SELECT 1', [], new TimeoutError(15));
    expect(contextFailure(failure, 'a request', 'en').extensions).toMatchObject({
      code: 'TIMEOUT',
    });
    expect(lines).not.toHaveBeenCalled();
  });

  it('is masked and logged where it is a fault', () => {
    const lines = logged();
    const failure = new QueryFailedError('SELECT 1', [], new Error('a secret'));
    const answer = contextFailure(failure, 'a request', 'en');
    expect(answer.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(answer.message).not.toContain('a secret');
    expect(lines).toHaveBeenCalledTimes(1);
  });
});

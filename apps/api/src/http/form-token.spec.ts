import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { formToken, isFormToken } from './form-token.js';
import { isOwnForm } from './own-form.js';

describe('the token of a form', () => {
  it('is good for its cookie and for no other', () => {
    expect(isFormToken('a', formToken('a'))).toBe(true);
    expect(isFormToken('b', formToken('a'))).toBe(false);
  });

  it('is neither empty, cut, longer nor the cookie itself', () => {
    const token = formToken('a');
    for (const other of ['', 'a', token.slice(1), `${token}x`, token.toLowerCase()]) {
      expect(isFormToken('a', other)).toBe(false);
    }
  });
});

describe('a form of our own', () => {
  const request = (headers: Record<string, string>) =>
    ({ headers, host: 'baraza.example' }) as unknown as FastifyRequest;
  const own = (headers: Record<string, string>) =>
    isOwnForm(request(headers), 'https://public.example');

  it.each<[Record<string, string>, boolean]>([
    [{}, true],
    [{ origin: 'null' }, true],
    [{ origin: 'https://baraza.example' }, true],
    [{ origin: 'https://public.example' }, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, false],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'https://baraza.example.evil.example' }, false],
    [{ origin: 'http://public.example' }, false],
    [{ origin: 'not an origin' }, false],
  ])('%j: %s', (headers, expected) => {
    expect(own(headers)).toBe(expected);
  });
});

import { describe, expect, it } from '@jest/globals';
import { checkTenant, vouchedPerson } from './vouched-person.js';

const claims = { email: 'email', emailVerified: 'email_verified', name: 'name', tenant: null };
const provider = { claims, domains: ['example.org'] };
const given = { email: 'Amina@Example.org', email_verified: true };

describe('whom an organization vouches for', () => {
  it('has a verified address of its domain, in small letters', () => {
    expect(vouchedPerson(provider, { ...given, name: 'Amina Diallo' })).toEqual({
      email: 'amina@example.org',
      name: 'Amina Diallo',
    });
  });

  it.each<[unknown, string]>([
    [undefined, 'amina'],
    [7, 'amina'],
    [' \u200b\n', 'amina'],
    ['Amina\u202e\r\nBcc: x', 'Amina Bcc: x'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('is called by one plain line (%j)', (name, called) => {
    expect(vouchedPerson(provider, { ...given, name }).name).toBe(called);
  });

  it.each([true, 'true', 1, '1'])('has a verified address by %j', (verified) => {
    expect(vouchedPerson(provider, { ...given, email_verified: verified }).email).toBe(
      'amina@example.org',
    );
  });

  it.each([
    false,
    undefined,
    null,
    0,
    '0',
    2,
    -1,
    1.5,
    '01',
    ' 1',
    'True',
    'yes',
    '',
    ['true'],
    [1],
    {},
  ])('is nobody where her address is not verified (%j)', (verified) => {
    expect(() => vouchedPerson(provider, { ...given, email_verified: verified })).toThrow(
      'has not verified',
    );
  });

  it.each([undefined, ['amina@example.org'], 'amina', 'a@example.org\nb@example.org'])(
    'is nobody without one plain address (%j)',
    (email) => {
      expect(() => vouchedPerson(provider, { ...given, email })).toThrow('did not tell');
    },
  );

  it('is of its tenant, where one issuer has many', () => {
    const tenant = { claim: 'tid', value: '1' };
    const of = { claims: { ...claims, tenant } };
    expect(() => checkTenant(of, { tid: '1' })).not.toThrow();
    expect(() => checkTenant({ claims }, {})).not.toThrow();
    for (const wrong of [{}, { tid: '2' }, { tid: 1 }, { tid: ['1'] }]) {
      expect(() => checkTenant(of, wrong)).toThrow('does not vouch');
    }
  });
});

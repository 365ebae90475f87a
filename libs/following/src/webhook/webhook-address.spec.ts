import { describe, expect, it } from '@jest/globals';
import { isReachable, webhookAddressProblems } from './webhook-address.js';

describe('where webhooks may be sent', () => {
  it('is the internet that everybody reaches', () => {
    const reached = ['93.184.216.34', '2606:4700::1111', '8.8.8.8'];
    const others = [
      '127.0.0.1',
      '0.0.0.0',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '192.0.2.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      'fe80::1',
      'fd00::1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '::7f00:1',
      '::a9fe:a9fe',
      '0100::1',
      '4000::1',
      'fec0::1',
      '5f00::1',
      'ff02::1',
      'localhost',
      '',
    ];
    expect(reached.filter((address) => !isReachable(address, []))).toEqual([]);
    expect(others.filter((address) => isReachable(address, []))).toEqual([]);
  });

  it('is also what the operator opened', () => {
    expect(isReachable('10.1.2.3', ['10.1.0.0/16'])).toBe(true);
    expect(isReachable('10.2.2.3', ['10.1.0.0/16'])).toBe(false);
    expect(isReachable('127.0.0.1', ['127.0.0.1'])).toBe(true);
    expect(isReachable('::1', ['127.0.0.1', '10.0.0.0/8'])).toBe(false);
  });

  it('is written as an https address without a password', () => {
    const problem = (url: string, http = false) =>
      webhookAddressProblems(url, { http, opened: [] }).map(({ code }) => code);
    expect(problem('https://receiver.example/hooks?key=1')).toEqual([]);
    expect(problem('http://receiver.example/', true)).toEqual([]);
    for (const url of [
      'http://receiver.example/',
      'ftp://receiver.example/',
      'https://user:secret@receiver.example/',
      'https://receiver.example/#part',
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'receiver.example',
      '',
      `https://receiver.example/${'a'.repeat(2_000)}`,
    ]) {
      expect([url, problem(url)]).toEqual([url, ['MALFORMED']]);
    }
  });
});

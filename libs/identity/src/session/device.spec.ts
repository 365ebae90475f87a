import { describe, expect, it } from '@jest/globals';
import { deviceOf, deviceParts } from './device.js';

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
      'Safari on iOS',
    ],
    ['Something (Windows)', 'A browser on Windows'],
    ['curl/8.5', 'A program'],
    ['', 'A program'],
  ])('%s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });

  it.each([
    ['Safari on Linux', { browser: 'Safari', system: 'Linux' }],
    ['A browser on iOS', { browser: null, system: 'iOS' }],
    ['Firefox on an unknown system', { browser: 'Firefox', system: null }],
    ['A program', null],
  ])('is taken apart to be said in another language: %s', (device, parts) => {
    expect(deviceParts(device)).toEqual(parts);
  });
});

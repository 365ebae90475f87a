import { describe, expect, it } from '@jest/globals';
import { smtpOptions } from './smtp-server.js';

const options = (url: string) => smtpOptions(new URL(url), 'baraza@example.org');

describe('a mail server', () => {
  it('is spoken to encrypted from the start by smtps', () => {
    expect(options('smtps://mail.example.org')).toMatchObject({ port: 465, secure: true });
  });

  it('is spoken to by smtp only once STARTTLS has encrypted it', () => {
    expect(options('smtp://mail.example.org')).toMatchObject({
      port: 587,
      secure: false,
      requireTLS: true,
      ignoreTLS: false,
    });
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])(
    'on this machine (%s) needs no encryption',
    (host) => {
      expect(options(`smtp://${host}:2525`)).toMatchObject({
        port: 2525,
        requireTLS: false,
        ignoreTLS: true,
      });
    },
  );

  it('is given name and password as they are, and the sender domain as our name', () => {
    expect(options('smtps://mail%40example.org:p%2Fw%25@mail.example.org')).toMatchObject({
      auth: { user: 'mail@example.org', pass: 'p/w%' },
      name: 'example.org',
    });
    expect(options('smtps://mail.example.org').auth).toBeUndefined();
  });
});

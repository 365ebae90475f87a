import { describe, expect, it } from '@jest/globals';
import { newSecret, signedHeaders } from './sign.js';

describe('the signature of a webhook', () => {
  // The example of the specification and of its libraries.
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1_614_265_330,
    body: '{"test": 2432232314}',
  };
  const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

  it('is that of Standard Webhooks', () => {
    expect(signedHeaders(message, [secret])).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': signature,
    });
  });

  it('is made with each secret that is accepted', () => {
    const other = newSecret();
    expect(other).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const both = signedHeaders(message, [other, secret])['webhook-signature']!.split(' ');
    expect(both).toEqual([expect.stringMatching(/^v1,/), signature]);
  });
});

import { KnownDevices } from '#identity';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAddress } from './public-address.js';

/** `__Host-` makes browsers take it from this host alone, over TLS; that needs TLS. */
const NAMES = { secure: '__Host-baraza_device', plain: 'baraza_device' } as const;
const HALF_A_YEAR_S = 182 * 86_400;

/** What a browser keeps that has signed in here before, so that strangers' guesses do not lock its owner out. */
@Injectable()
export class DeviceCookie {
  constructor(
    private readonly devices: KnownDevices,
    private readonly address: PublicAddress,
  ) {}

  /** Whoever sends this request has signed in to the account. */
  remember(reply: FastifyReply, accountId: string): void {
    const { secure } = this.address;
    const device = deviceIn(reply.request);
    void reply.setCookie(
      secure ? NAMES.secure : NAMES.plain,
      this.devices.remember({ device }, accountId),
      {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure,
        maxAge: HALF_A_YEAR_S,
      },
    );
  }
}

/** What the browser of a request keeps of the times it has signed in. */
export function deviceIn({ cookies }: Pick<FastifyRequest, 'cookies'>): string | null {
  return cookies[NAMES.secure] ?? cookies[NAMES.plain] ?? null;
}

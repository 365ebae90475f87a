import { SigningKeys } from '#identity';
import { Controller, Get, Header } from '@nestjs/common';

/** For other services that check access tokens of this one. */
@Controller('.well-known')
export class JwksController {
  constructor(private readonly keys: SigningKeys) {}

  @Get('jwks.json')
  @Header('cache-control', 'public, max-age=300')
  async jwks(): Promise<{ keys: unknown[] }> {
    return { keys: await this.keys.publicKeys() };
  }
}

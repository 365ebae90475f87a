import { APP_SETTINGS, type Settings } from '#config';
import { Inject, Injectable } from '@nestjs/common';

/** Where browsers reach this service. */
@Injectable()
export class PublicAddress {
  readonly url: string;
  /** Cookies are kept for TLS alone. */
  readonly secure: boolean;

  constructor(
    @Inject(APP_SETTINGS) { publicUrl, environment }: Pick<Settings, 'publicUrl' | 'environment'>,
  ) {
    this.url = publicUrl;
    this.secure = environment === 'production';
  }
}

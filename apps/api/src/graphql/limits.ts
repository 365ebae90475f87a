import { APP_SETTINGS, type Settings } from '#config';
import { Inject, Injectable } from '@nestjs/common';

/** What one request may ask for; each is a setting (docs/settings.md). */
@Injectable()
export class Limits {
  /** Most items of a page. */
  readonly pageSize: number;
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly tokens: number;

  constructor(@Inject(APP_SETTINGS) settings: LimitSettings) {
    this.pageSize = settings.maxPageSize;
    this.depth = settings.maxDepth;
    this.aliases = settings.maxAliases;
    this.fields = settings.maxFields;
    this.tokens = settings.maxTokens;
  }
}

type LimitSettings = Pick<
  Settings,
  'maxPageSize' | 'maxDepth' | 'maxAliases' | 'maxFields' | 'maxTokens'
>;

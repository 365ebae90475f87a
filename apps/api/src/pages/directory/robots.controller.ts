import { APP_SETTINGS, type Settings } from '#config';
import { Controller, Get, Header, Inject } from '@nestjs/common';

const NOTHING = ['User-agent: *', 'Disallow: /', ''].join('\n');

/** What the pages themselves say, by `x-robots-tag` and in their head, of what may be listed. */
const PUBLIC_PAGES = [
  'User-agent: *',
  'Allow: /$',
  'Allow: /?lang=',
  'Allow: /directory',
  'Allow: /networks',
  'Allow: /how-matching-works',
  'Allow: /pages/style.css',
  'Allow: /pages/public.css',
  'Disallow: /',
  '',
].join('\n');

/** What search engines of the web may ask for (RFC 9309). */
@Controller()
export class RobotsController {
  constructor(
    @Inject(APP_SETTINGS)
    private readonly settings: Pick<Settings, 'directory' | 'directoryIndexable'>,
  ) {}

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    const { directory, directoryIndexable } = this.settings;
    return directory && directoryIndexable ? PUBLIC_PAGES : NOTHING;
  }
}

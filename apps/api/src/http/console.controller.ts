import '@fastify/static';
import { APP_SETTINGS, type Settings } from '#config';
import { PageViewers } from '#identity';
import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConsoleBuild } from './console-build.js';
import { formToken } from './form-token.js';
import { PageCookies } from './page-cookies.js';
import { setPageHeaders } from './page-headers.js';

/** Scripts and styles of its own alone; nothing that is written as text becomes a script. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Files have a hash in their names: what a name stands for never changes. */
const KEPT = { maxAge: '365d', immutable: true, cacheControl: true } as const;

const NOT_BUILT = 'The console has not been built: run npm run build.\n';

/** The console: one page for whatever address it has, its files, and whether its reader is signed in. */
@Controller('console')
export class ConsoleController {
  constructor(
    private readonly build: ConsoleBuild,
    private readonly cookies: PageCookies,
    private readonly sessions: PageViewers,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'environment'>,
  ) {}

  /** The token that the console's requests carry. It is made of the session's cookie, which no script reads. */
  @Get('session')
  async session(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.setHeaders(reply);
    const token = this.cookies.session(request);
    const viewer = token === null ? null : await this.sessions.viewerOf(token, request.id);
    if (token === null || viewer === null) await reply.status(401).send({});
    else await reply.send({ formToken: formToken(token) });
  }

  @Get('assets/:file')
  asset(@Param('file') file: string, @Res() reply: FastifyReply): void {
    // One name: no way to another folder.
    if (!/^[\w-]+(\.[\w-]+)+$/.test(file)) throw new NotFoundException();
    this.setHeaders(reply);
    void reply.header('vary', 'accept-encoding').sendFile(file, this.build.assets, KEPT);
  }

  /** Whoever is not signed in gets it too: it holds nothing, and its script leads to the sign-in. */
  @Get(['', '*'])
  async page(@Res() reply: FastifyReply): Promise<void> {
    this.setHeaders(reply);
    const page = await this.build.page();
    if (page === null) await reply.status(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
    else await reply.type('text/html; charset=utf-8').send(page);
  }

  private setHeaders(reply: FastifyReply): void {
    setPageHeaders(reply, this.settings.environment === 'production', CONTENT_SECURITY_POLICY);
  }
}

import type { Settings } from '#config';
import { ForbiddenException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { PageCookies } from '../../http/page-cookies.js';
import { FORM_TOKEN, isFormToken } from '../../http/form-token.js';
import { Form } from './form.js';
import { isOwnForm } from '../../http/own-form.js';
import { setPageHeaders } from '../../http/page-headers.js';
import { isForPage } from './page-routes.js';

const FORM = 'application/x-www-form-urlencoded';

/** More than a person writes into one of these forms: a letter of Arabic takes six bytes there. */
const LARGEST_FORM_BYTES = 262_144;

/**
 * What holds for every page, whoever wrote its controller: its headers, and that a form does nothing
 * unless a page of ours sent it. Forms are read for pages alone.
 */
export function protectPages(
  adapter: FastifyAdapter,
  { environment, publicUrl }: Pick<Settings, 'environment' | 'publicUrl'>,
): void {
  const secure = environment === 'production';
  const cookies = new PageCookies({ secure });
  const server = adapter.getInstance();
  adapter.useBodyParser(FORM, false, { bodyLimit: LARGEST_FORM_BYTES }, (request, body, done) => {
    if (!isForPage(request)) done(new UnsupportedMediaTypeException());
    else done(null, new URLSearchParams(body.toString()));
  });
  server.addHook('onRequest', async (request, reply) => {
    if (isForPage(request)) setPageHeaders(reply, secure);
  });
  server.addHook('preHandler', async (request) => {
    if (!isForPage(request) || request.method === 'GET' || request.method === 'HEAD') return;
    const bound = cookies.session(request) ?? cookies.form(request);
    const token = Form.of(request.body).text(FORM_TOKEN);
    if (!isOwnForm(request, publicUrl) || bound === null || !isFormToken(bound, token)) {
      throw new ForbiddenException();
    }
  });
}

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Form } from './form.js';
import { Visits, type PageRequest } from './visits.js';

const RequestAndReply = createParamDecorator(
  (_: unknown, context: ExecutionContext): PageRequest => {
    const http = context.switchToHttp();
    return { request: http.getRequest(), reply: http.getResponse() };
  },
);

/** The `Visit` of a request for a page: who asks, in which language, and how she is answered. */
export const PageVisit = (): ParameterDecorator => RequestAndReply(Visits);

/** What was written in the form that the request sends. */
export const PageForm = createParamDecorator((_: unknown, context: ExecutionContext): Form =>
  Form.of(context.switchToHttp().getRequest<FastifyRequest>().body),
);

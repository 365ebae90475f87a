import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Visits, type PageRequest } from './visits.js';

const RequestAndReply = createParamDecorator(
  (_: unknown, context: ExecutionContext): PageRequest => {
    const http = context.switchToHttp();
    return { request: http.getRequest(), reply: http.getResponse() };
  },
);

/** The `Visit` of a request for a page: who asks, in which language, and how she is answered. */
export const PageVisit = (): ParameterDecorator => RequestAndReply(Visits);

import type { Viewer } from '#identity';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Context } from './context.js';

/**
 * The viewer, for a query or mutation that needs nothing else of the request's `Context`. Not for fields of items of
 * lists: they read `@Context()` or, where they are asked for often, take no decorated parameter at all.
 */
export const CurrentViewer = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer =>
    GqlExecutionContext.create(context).getContext<Context>().viewer,
);

import {
  kindOfRefusal,
  OpenIdRefusedError,
  PUBLIC_VIEWER,
  SecurityEvents,
  type SecurityEventKind,
} from '#identity';
import { ForbiddenException, HttpException, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { kindOf } from './request-records.js';

/** What the server refuses before anything of it is understood: no body, no method and no header of HTTP is like that. */
const MALFORMED = new Set([400, 405, 408, 413, 414, 415, 431]);

/** Notes requests that were refused outside of GraphQL, and before GraphQL has begun, with who sent them. */
@Injectable()
export class RefusedRequests {
  private readonly senders = new WeakMap<FastifyRequest, string>();

  constructor(private readonly events: SecurityEvents) {}

  /** Notes who sends a request, as soon as that is known; until then it is the public. */
  sentBy(request: FastifyRequest, { name }: { readonly name: string }): void {
    this.senders.set(request, name);
  }

  /** Notes an error where it is a refusal. @param kind where whoever calls knows it better */
  note(error: unknown, request: FastifyRequest, kind = kindOfFailure(error)): void {
    const { method, route } = kindOf(request);
    const name = this.senders.get(request) ?? PUBLIC_VIEWER.name;
    this.events.note(error, { name }, `${method} ${route}`, kind);
  }
}

function kindOfFailure(error: unknown): SecurityEventKind | null {
  if (error instanceof ForbiddenException) return 'foreign-form';
  if (error instanceof OpenIdRefusedError) return 'invalid-credentials';
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (typeof status === 'number' && MALFORMED.has(status)) return 'malformed';
  return kindOfRefusal(error);
}

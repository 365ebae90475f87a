import {
  context,
  createContextKey,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';

/**
 * What a span says of what it measures: words and numbers of the program's own, as in labels of meters. Never a variable, a
 * parameter of SQL, an id of a record or a name.
 */
export type Attributes = Readonly<Record<string, string | number>>;

/** A span that has begun. */
export interface BegunSpan {
  /** @param error what it failed with, of which the kind is told */
  end(error?: unknown): void;
}

/** A request that is traced. Its operation is known only while it runs, and what follows belongs to that. */
const REQUEST = createContextKey('baraza.request');

/** Null where nothing is traced, which costs one look at it. */
let tracer: Tracer | null = null;

/** From now on spans are made, by this; null ends that. */
export function traceBy(maker: Tracer | null): void {
  tracer = maker;
}

/** Whether anything is traced. */
export function isTracing(): boolean {
  return tracer !== null;
}

/** Does work in a span of its own: what is traced within belongs to it. Just does it where nothing is traced. */
export async function traced<T>(
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  if (tracer === null) return work();
  const parent = parentContext();
  const span = tracer.startSpan(name, { attributes }, parent);
  try {
    const done = await context.with(trace.setSpan(parent, span), work);
    endOf(span);
    return done;
  } catch (error) {
    endOf(span, error);
    throw error;
  }
}

/** A span within which nothing else is traced, such as a statement; null where nothing is. */
export function beginSpan(name: string, attributes: () => Attributes): BegunSpan | null {
  if (tracer === null) return null;
  const options = { attributes: attributes(), kind: SpanKind.CLIENT };
  const span = tracer.startSpan(name, options, parentContext());
  return { end: (error) => endOf(span, error) };
}

/** The spans of one request: its own and, when that is known, that of its operation. */
export class RequestSpans {
  private operation: Span | null = null;

  private constructor(
    private readonly maker: Tracer,
    private readonly request: Span,
  ) {}

  /** @param since milliseconds ago that the request came; null where nothing is traced */
  static begin(name: string, attributes: Attributes, since: number): RequestSpans | null {
    if (tracer === null) return null;
    const startTime = Date.now() - since;
    // Whoever asks has no say in what is traced: nothing of a `traceparent` is believed.
    const options = { attributes, startTime, kind: SpanKind.SERVER, root: true };
    return new RequestSpans(tracer, tracer.startSpan(name, options));
  }

  /** Those of the request that is served here. */
  static get current(): RequestSpans | null {
    if (tracer === null) return null;
    return (context.active().getValue(REQUEST) as RequestSpans | undefined) ?? null;
  }

  /** What is done in it belongs to the request. */
  within<T>(work: () => T): T {
    return context.with(context.active().setValue(REQUEST, this), work);
  }

  /** What is done from now on belongs to an operation of the request. */
  beginOperation(name: string, attributes: Attributes): void {
    const parent = trace.setSpan(context.active(), this.request);
    this.operation = this.maker.startSpan(name, { attributes }, parent);
  }

  endOperation(): void {
    this.operation?.end();
    this.operation = null;
  }

  end(attributes: Attributes, failed: boolean): void {
    this.endOperation();
    this.request.setAttributes(attributes);
    if (failed) this.request.setStatus({ code: SpanStatusCode.ERROR });
    this.request.end();
  }

  get innermost(): Span {
    return this.operation ?? this.request;
  }
}

/** The span that is open here or, outside of any, what the request is at. */
function parentContext(): Context {
  const active = context.active();
  if (trace.getSpan(active)) return active;
  const request = RequestSpans.current;
  return request ? trace.setSpan(active, request.innermost) : active;
}

/** The message of an error might quote a profile: its kind is all that is told. */
function endOf(span: Span, error?: unknown): void {
  if (error !== undefined) {
    span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

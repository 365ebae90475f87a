import { APP_SETTINGS, VERSION, type Settings } from '#config';
import { context, propagation, trace } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { traceBy } from './spans.js';

/**
 * Sends spans to a collector of OpenTelemetry, by OTLP over HTTP. Off unless an address is set; then neither it nor what it
 * needs is loaded. A collector that is away costs spans and nothing else.
 */
@Injectable()
export class Tracing implements OnApplicationShutdown {
  private stop: (() => Promise<void>) | null = null;

  constructor(
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'tracesUrl' | 'tracesPercent'>,
  ) {}

  /**
   * @param program what the collector shows them under: `baraza-api` and so on
   * @param processor what takes the spans instead, for tests
   */
  async start(program: 'api' | 'worker', processor?: SpanProcessor): Promise<void> {
    const { tracesUrl: url, tracesPercent: percent } = this.settings;
    if (url === null && !processor) return;
    const { BatchSpanProcessor, NodeTracerProvider, TraceIdRatioBasedSampler, ParentBasedSampler } =
      await import('@opentelemetry/sdk-trace-node');
    const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
    const { resourceFromAttributes } = await import('@opentelemetry/resources');
    const provider = new NodeTracerProvider({
      resource: resourceFromAttributes({
        'service.name': `baraza-${program}`,
        'service.version': VERSION,
      }),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(percent / 100) }),
      spanProcessors: [
        processor ?? new BatchSpanProcessor(new OTLPTraceExporter({ url: url ?? '' })),
      ],
    });
    provider.register();
    traceBy(provider.getTracer('baraza', VERSION));
    this.stop = () => provider.shutdown();
  }

  /** Sends what has not been sent. */
  async onApplicationShutdown(): Promise<void> {
    const { stop } = this;
    this.stop = null;
    if (!stop) return;
    traceBy(null);
    // A collector that is away is no reason to fail at the end.
    await stop().catch(() => undefined);
    for (const global of [trace, context, propagation]) global.disable();
  }
}

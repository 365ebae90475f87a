/** What operators see of Baraza: meters, how its parts stand, and where both are read. Knows nothing of what it measures. */
export { counter, gauge, histogram, meters } from './meters.js';
export { OperatorServer } from './operator-server.js';
export { beginSpan, isTracing, RequestSpans, traced, type BegunSpan } from './spans.js';
export { Standings } from './standings.js';
export { TelemetryModule } from './telemetry.module.js';
export { Tracing } from './tracing.js';
export { WatchedPart, type Standing, type Watched } from './watched-part.js';

import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Level } from 'pino';
import { explainFailure } from './failure.js';

/** What belongs to every line that is written now, such as the id of the request. */
export type LogContext = () => Readonly<Record<string, string>>;

/** How far down the log goes. */
export type LogLevel = 'error' | 'warn' | 'info';

/**
 * The log as one JSON object a line, for programs that collect logs: `time`, `level`, `context`, `msg`, and `requestId` where it
 * belongs to a request. As `ProgramLogger`, it tells errors by their kind.
 */
export class JsonLogger implements LoggerService {
  private readonly pino;

  /** @param to where lines are written; standard output where left out, each at once, so that a crash loses none */
  constructor(
    level: LogLevel,
    context: LogContext = () => ({}),
    to: DestinationStream = pino.destination({ dest: 1, sync: true }),
  ) {
    this.pino = pino(
      {
        level,
        // Neither the process nor the machine: whoever collects the lines knows from where.
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        mixin: () => ({ ...context() }),
      },
      to,
    );
  }

  log(message: unknown, ...details: unknown[]): void {
    this.write('info', message, details);
  }

  warn(message: unknown, ...details: unknown[]): void {
    this.write('warn', message, details);
  }

  error(message: unknown, ...details: unknown[]): void {
    // What keeps a program from starting is told by the program itself, once.
    if (details.at(-1) !== 'ExceptionHandler') this.write('error', message, details);
  }

  fatal(message: unknown, ...details: unknown[]): void {
    this.write('fatal', message, details);
  }

  /** @param details a stack, if any, which is never written, and last the context, if any */
  private write(level: Level, message: unknown, details: readonly unknown[]): void {
    const last = details.at(-1);
    const context = typeof last === 'string' && !last.includes('\n') ? { context: last } : {};
    if (message instanceof Error) this.pino[level](context, explainFailure(message));
    else if (typeof message === 'string') this.pino[level](context, message);
    else this.pino[level]({ ...context, ...(message as object) });
  }
}

import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import type { Settings } from '#config';
import { explainFailure } from './failure.js';
import { JsonLogger, type LogContext, type LogLevel } from './json-logger.js';

/** The gravest first. */
const LEVELS = ['fatal', 'error', 'warn', 'log'] as const;

/**
 * Warnings and errors on the console. An error is told by `explainFailure`, never by its own message or stack,
 * which might quote a profile. What keeps a program from starting is told by the program itself, once.
 */
export class ProgramLogger extends ConsoleLogger {
  constructor(level: LogLevel = 'warn') {
    super({ logLevels: LEVELS.slice(0, LEVELS.indexOf(level === 'info' ? 'log' : level) + 1) });
  }

  /** @param details a stack, if any, and last the context, if any */
  override error(message: unknown, ...details: unknown[]): void {
    const last = details.at(-1);
    if (last === 'ExceptionHandler') return;
    if (!(message instanceof Error)) {
      super.error(message, ...details);
      return;
    }
    const context = typeof last === 'string' && !last.includes('\n') ? [last] : [];
    super.error(explainFailure(message), ...context);
  }
}

/** The log of a program that runs for long, as it is set. */
export function loggerOf(
  { logFormat, logLevel }: Pick<Settings, 'logFormat' | 'logLevel'>,
  context?: LogContext,
): LoggerService {
  return logFormat === 'json' ? new JsonLogger(logLevel, context) : new ProgramLogger(logLevel);
}

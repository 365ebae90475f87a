import { ConsoleLogger } from '@nestjs/common';
import { explainFailure } from './failure.js';

/**
 * Warnings and errors on the console. An error is told by `explainFailure`, never by its own message or stack,
 * which might quote a profile. What keeps a program from starting is told by the program itself, once.
 */
export class ProgramLogger extends ConsoleLogger {
  constructor() {
    super({ logLevels: ['warn', 'error', 'fatal'] });
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

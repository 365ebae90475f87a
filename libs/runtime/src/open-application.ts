import type {
  INestApplicationContext,
  LoggerService,
  NestApplicationOptions,
  OnApplicationShutdown,
} from '@nestjs/common';
import { ProgramLogger } from './program-logger.js';

/** Options that `NestFactory.create` and `createApplicationContext` take alike. */
export type ApplicationOptions = Pick<
  NestApplicationOptions,
  'abortOnError' | 'instrument' | 'logger'
>;

/**
 * Opens an application of Nest by `open`, which creates it from the options and initialises it. Where that fails,
 * Nest gives nothing that could be closed: what the modules had opened so far, such as the database, is closed here,
 * the last first.
 *
 * @throws what `open` throws, when all is closed
 */
export async function openApplication<T extends INestApplicationContext>(
  open: (options: ApplicationOptions) => Promise<T>,
  logger: LoggerService = new ProgramLogger(),
): Promise<T> {
  const made = new Set<Partial<OnApplicationShutdown>>();
  let failed = false;
  const instanceDecorator = (instance: unknown): unknown => {
    const closable = instance as Partial<OnApplicationShutdown>;
    made.add(closable);
    // It was still on its way when another one failed.
    if (failed) void close(closable);
    return instance;
  };
  try {
    return await open({
      abortOnError: false,
      instrument: { instanceDecorator },
      logger,
    });
  } catch (error) {
    failed = true;
    for (const closable of [...made].toReversed()) await close(closable);
    throw error;
  }
}

async function close(closable: Partial<OnApplicationShutdown>): Promise<void> {
  try {
    await closable.onApplicationShutdown?.();
  } catch {
    // What is told is the failure that came first.
  }
}

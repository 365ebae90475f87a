import { loadSettings, type Settings } from '#config';
import { openApplication } from '#runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CliModule } from './cli.module.js';

/**
 * Opens the modules for one command and closes them whatever happens. A service is asked for by its class. Matching has no
 * thread of its own here: there is one question at a time, and nobody else waits.
 */
export async function withApplication<T>(
  work: (app: INestApplicationContext, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = { ...loadSettings(process.env), matchingThreads: 0 };
  const app = await openApplication((options) =>
    NestFactory.createApplicationContext(CliModule.of(settings), options),
  );
  try {
    return await work(app, settings);
  } finally {
    await app.close();
  }
}

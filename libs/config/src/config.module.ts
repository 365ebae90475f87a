import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from './settings.js';

/** The token of the `Settings` of the application. */
export const APP_SETTINGS = Symbol('Settings');

/** Tells the time that it is. Tests give another. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The token of the `Clock` of the application. */
export const CLOCK = Symbol('Clock');

/** What every module is given: the settings, read and checked before, and the time. */
@Global()
@Module({})
export class ConfigModule {
  static of(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: APP_SETTINGS, useValue: settings },
        { provide: CLOCK, useValue: systemClock },
      ],
      exports: [APP_SETTINGS, CLOCK],
    };
  }
}

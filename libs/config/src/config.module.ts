import { Global, Module, type DynamicModule } from '@nestjs/common';
import { systemClock } from './clock.js';
import type { Settings } from './settings.js';

/** The token of the `Settings` of the application. */
export const APP_SETTINGS = Symbol('Settings');

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

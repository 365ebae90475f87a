import { LazyModuleLoader } from '@nestjs/core';
import { JobRunner } from '#database';
import { DemoLoader, DemoModule, demoUsersFile, writeDemoUsers } from '#demo';
import { CommandFailure } from '#runtime';
import { withApplication } from '../with-application.js';

/** Loads the demo; refuses in production and where there are networks already. */
export async function demo(): Promise<void> {
  await withApplication(async (app, settings) => {
    if (settings.environment === 'production') {
      throw new CommandFailure('The demo is never loaded in production.');
    }
    const module = await app.get(LazyModuleLoader).load(() => DemoModule);
    const loaded = await module.get(DemoLoader).load(new Date());
    if (!loaded) {
      throw new CommandFailure(
        'The directory is not empty: the demo can only be loaded into an empty one.',
      );
    }
    await app.get(JobRunner).drain();
    await writeDemoUsers(settings, loaded.users);
    console.log(`Loaded ${loaded.networks} fictional networks, ${loaded.profiles} profiles.`);
    console.log(`The users to sign in as are in ${demoUsersFile(settings)}.`);
  });
}

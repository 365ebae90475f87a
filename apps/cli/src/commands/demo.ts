import { loadDemo } from '#demo';
import { demoUsersFile, writeDemoUsers } from '../demo-users-file.js';
import { CommandFailure } from '../failure.js';
import { withRooms } from '../with-rooms.js';

/** Loads the demo; refuses in production and where there are networks already. */
export async function demo(): Promise<void> {
  await withRooms(async (rooms, settings) => {
    if (settings.environment === 'production') {
      throw new CommandFailure('The demo is never loaded in production.');
    }
    const loaded = await loadDemo(rooms, new Date());
    if (!loaded) {
      throw new CommandFailure(
        'The directory is not empty: the demo is loaded into an empty one only.',
      );
    }
    await rooms.jobs.drain();
    await writeDemoUsers(settings, loaded.users);
    console.log(`Loaded ${loaded.networks} fictional networks, ${loaded.profiles} profiles.`);
    console.log(`Users to sign in as are in ${demoUsersFile(settings)}.`);
  });
}

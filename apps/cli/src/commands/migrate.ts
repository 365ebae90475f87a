import { withRooms } from '../with-rooms.js';

/** Opening the database migrates it; there is nothing more to do. */
export async function migrate(): Promise<void> {
  await withRooms(async () => {
    console.log('The database is up to date.');
  });
}

import { loadSettings, type Settings } from '#config';
import { openRooms, type Rooms } from '../../api/src/rooms.js';

/** Opens the rooms for one command and closes them whatever happens. */
export async function withRooms<T>(
  work: (rooms: Rooms, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = loadSettings(process.env);
  const rooms = await openRooms(settings);
  try {
    return await work(rooms, settings);
  } finally {
    await rooms.close();
  }
}

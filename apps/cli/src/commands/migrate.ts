import { withApplication } from '../with-application.js';

/** Opening the database migrates it; there is nothing more to do. */
export async function migrate(): Promise<void> {
  await withApplication(async () => {
    console.log('The database is up to date.');
  });
}

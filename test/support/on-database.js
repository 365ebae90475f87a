import pg from 'pg';

/** Runs statements in a connection of their own, as the role that the address names. */
export async function onDatabase(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

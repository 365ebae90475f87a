import { Client } from 'pg';

/** Runs statements as the role that owns the tables. */
export async function asOwner(url, ...statements) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

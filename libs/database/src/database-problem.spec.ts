import { describe, expect, it } from '@jest/globals';
import { connect, createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { cancellingClient } from './cancelling-client.js';
import { databaseProblem, mayPass, UnknownOutcomeError } from './database-problem.js';
import { JobNotQueuedError } from './jobs/job-request.js';

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => {
    server.close(closed);
  });
  return port;
}

describe('a problem of the database', () => {
  it('is a connection to PostgreSQL that does not come about, and none to anything else', async () => {
    const port = await closedPort();
    const Client = cancellingClient(async () => undefined);
    const ofDatabase: unknown = await new Client({ host: '127.0.0.1', port })
      .connect()
      .catch((error: unknown) => error);
    const ofOthers = await new Promise<Error>((resolve) => {
      connect(port, '127.0.0.1').on('error', resolve);
    });
    expect([ofDatabase, ofOthers]).toMatchObject([
      { code: 'ECONNREFUSED' },
      { code: 'ECONNREFUSED' },
    ]);
    expect([ofDatabase, ofOthers].map(databaseProblem)).toEqual(['away', null]);
  });

  it('is what PostgreSQL says, by its own codes', () => {
    const said = (code: string) =>
      Object.assign(new pg.DatabaseError('It is so.', 9, 'error'), { code });
    expect(
      ['57P01', '53300', '08006', '53100', '23505'].map((code) => databaseProblem(said(code))),
    ).toEqual(['away', 'away', 'away', 'full', null]);
    // A mail server may have a code like these.
    expect(databaseProblem(Object.assign(new Error('No.'), { code: '53100' }))).toBeNull();
    expect(databaseProblem(Object.assign(new Error('No.'), { driverError: said('57P01') }))).toBe(
      'away',
    );
  });

  it('may pass, unless a value is not valid', () => {
    const said = (code: string) =>
      Object.assign(new pg.DatabaseError('It is so.', 9, 'error'), { code });
    const codes = ['40001', '40P01', '57014', '08006', '22021', '23505'];
    const expected = [true, true, true, true, false, false];
    expect(codes.map((code) => mayPass(said(code)))).toEqual(expected);
    expect(codes.map((code) => mayPass(new QueryFailedError('', [], said(code))))).toEqual(
      expected,
    );
    const late = new QueryFailedError('', [], new Error('Late.'));
    const others = [new UnknownOutcomeError(), new JobNotQueuedError('mail'), late];
    expect([...others, new TypeError('Odd.')].map(mayPass)).toEqual([true, true, true, false]);
  });

  it('is a transaction of which nobody knows whether it was committed', () => {
    const error = new UnknownOutcomeError();
    expect(databaseProblem(error)).toBe('unknown');
    expect(databaseProblem(Object.assign(new Error('Failed.'), { driverError: error }))).toBe(
      'unknown',
    );
  });
});

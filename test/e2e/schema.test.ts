import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicationsEntities } from '#applications';
import { deploymentsEntities } from '#deployments';
import { metricsEntities } from '#metrics';
import { introductionsEntities } from '#introductions';
import { engagementEntities } from '#engagement';
import { directoryEntities } from '#directory';
import { identityEntities } from '#identity';
import { vaultEntities } from '#vault';
import { breachesEntities } from '#breaches';
import { followingEntities } from '#following';
import { wpsEntities } from '#wps';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

describe('tables', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase([
      ...vaultEntities,
      ...identityEntities,
      ...directoryEntities,
      ...engagementEntities,
      ...applicationsEntities,
      ...deploymentsEntities,
      ...metricsEntities,
      ...introductionsEntities,
      ...wpsEntities,
      ...followingEntities,
      ...breachesEntities,
    ]);
  });
  afterAll(async () => test.drop());

  it('are what the entities say', async () => {
    expect(await test.database.schemaDrift()).toEqual([]);
  });
});

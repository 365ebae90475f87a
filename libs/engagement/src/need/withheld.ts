import { SELECT_VERIFIED_ORGANIZATIONS } from '#identity';
import { Raw } from 'typeorm';

/** What an organization that is not verified, or no more, wrote down is shown to nobody. */
export const NOT_WITHHELD = {
  organizationId: Raw(
    (column) => `(${column} IS NULL OR ${column} IN (${SELECT_VERIFIED_ORGANIZATIONS}))`,
  ),
};

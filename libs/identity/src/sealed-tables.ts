import type { SealedTable } from '#vault';
import { accountPlace } from './account/person.js';
import { totpPlace } from './credential/store-totp.js';
import { invitationPlace } from './invitation/invitation-view.js';
import { clientSecretPlace } from './openid/openid-provider.entity.js';
import { registrationPlace } from './registration/registration.service.js';
import { signingKeyPlace } from './token/signing-keys.js';
import { savedViewPlace } from './working/saved-view.service.js';

const sealed = (name: string, place: (id: string) => string): SealedTable => ({
  name,
  id: 'id',
  columns: ['sealed'],
  place,
});

/** What of this module is sealed, for the rotation of data keys. */
export const identitySealedTables: readonly SealedTable[] = [
  sealed('account', accountPlace),
  sealed('account_totp', totpPlace),
  sealed('invitation', invitationPlace),
  sealed('registration', registrationPlace),
  sealed('signing_key', signingKeyPlace),
  sealed('saved_view', savedViewPlace),
  { ...sealed('openid_provider', clientSecretPlace), id: 'organization_id' },
];

import type { Type } from '@nestjs/common';
import { ID, ResolveField, Resolver } from '@nestjs/graphql';
import { MediatorContact } from '../contacts/contact.type.js';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/global-id.js';
import { Account } from '../identity/account.type.js';
import { Invitation } from '../identity/invitation.type.js';
import { Correction } from '../self-service/correction.type.js';

/** Types that say by an id of whom they are. Their objects hold the key of her, which never leaves. */
const OF_A_WOMAN = [
  {
    type: Account,
    nullable: true,
    description: 'Her own profile, where she is a mediator; for her curators and herself.',
  },
  {
    type: Invitation,
    nullable: true,
    description: 'The profile that becomes her own; for her curators.',
  },
  { type: MediatorContact, nullable: false, description: 'Whose it is.' },
  { type: Correction, nullable: false, description: 'Who asks.' },
];

/** Gives the ids by which the women of these types are known outside. */
export const MEDIATOR_ID_RESOLVERS = OF_A_WOMAN.map(({ type, ...options }): Type => {
  @Resolver(() => type)
  class MediatorIdResolver {
    @ResolveField(() => ID, options)
    async mediatorId(
      { mediatorId: key }: { readonly mediatorId: string | null },
      _args: unknown,
      { publicIds }: Context,
    ): Promise<string | null> {
      const id = key === null ? null : await publicIds.load(key);
      return id && globalId('Mediator', id);
    }
  }
  return MediatorIdResolver;
});

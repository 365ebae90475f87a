import type { OrganizationKind, OrganizationState } from '#identity';
import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { OrganizationKindEnum, OrganizationStateEnum } from '../graphql/enums/identity.js';
import { Node } from '../graphql/node.type.js';

@ObjectType({
  implements: () => [Node],
  description: 'An organization that organizers or focal points act for.',
})
export class Organization extends Node {
  override readonly __typename = 'Organization';

  @Field(() => String, { description: 'The name of the organization.' })
  name!: string;

  @Field(() => OrganizationKindEnum, {
    description: 'The kind of organization, such as a state or the UN.',
  })
  kind!: OrganizationKind;

  @Field(() => String, {
    nullable: true,
    description: 'The country as an ISO 3166-1 alpha-2 code. Null if it belongs to none.',
  })
  country!: string | null;

  @Field(() => OrganizationStateEnum, {
    description:
      'Whether an administrator has verified it. Its people are vetted while it is VERIFIED.',
  })
  state!: OrganizationState;
}

@ObjectType({ description: 'An organization on a page, with its cursor.' })
export class OrganizationEdge extends EdgeOf(Organization) {}

@ObjectType({ description: 'A page of organizations, the oldest first.' })
export class OrganizationConnection extends ConnectionOf(OrganizationEdge) {}

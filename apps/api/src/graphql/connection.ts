import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from './page.js';

/** Base of an edge type: a node and its cursor. */
export function EdgeOf<T>(node: Type<T>) {
  @ObjectType({ isAbstract: true })
  abstract class Edge {
    @Field(() => String, {
      description: 'The cursor of this entry. Pass it as `after` or `before`. It is opaque.',
    })
    cursor!: string;

    @Field(() => node, { description: 'The object at this place of the list.' })
    node!: T;
  }
  return Edge;
}

/** Base of a connection type: a page of edges and where it stands. */
export function ConnectionOf<E>(edge: Type<E>) {
  @ObjectType({ isAbstract: true })
  abstract class Connection {
    @Field(() => [edge], { description: 'The entries of the page, in the order of the list.' })
    edges!: E[];

    @Field(() => PageInfo, {
      description: 'Whether there are pages before and after this one, and from where.',
    })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many entries the whole list has.' })
    totalCount!: number;
  }
  return Connection;
}

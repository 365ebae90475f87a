import { Database } from '#database';
import { madeOnce, noteGiven, PUBLIC_VIEWER, type Claim } from '#identity';
import { ConflictError, InvalidInputError } from '#kernel';
import { refusal } from '#messages';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { getNamedType, isUnionType, OperationTypeNode, type GraphQLResolveInfo } from 'graphql';
import { createHash } from 'node:crypto';
import { NodeResolver } from './node.resolver.js';
import type { Context } from '../graphql/context.js';
import { globalId, NODE_TYPES, readIdOf, type NodeType } from '../graphql/global-id.js';
import { MadeOnce } from '../graphql/made-once.js';
import type { Node } from '../graphql/node.type.js';

/** 1 to 255 characters of ASCII that can be seen. */
const KEY = /^[\x21-\x7e]{1,255}$/;

@Injectable()
export class MadeOnceByKey extends MadeOnce {
  constructor(
    private readonly database: Database,
    private readonly nodes: NodeResolver,
  ) {
    super();
  }

  async run(execution: ExecutionContext, mutation: () => Promise<unknown>): Promise<unknown> {
    const graph = GqlExecutionContext.create(execution);
    const [context, info] = [graph.getContext<Context>(), graph.getInfo<GraphQLResolveInfo>()];
    const claim = claimOf(context, info, graph.getArgs());
    if (!claim) return mutation();
    const make = async (): Promise<unknown> => {
      const given = await mutation();
      // It is made, whether this is kept or not.
      await this.note(claim, info, given).catch(() => undefined);
      return given;
    };
    return madeOnce(this.database, claim, make, (subjects) => this.again(subjects, context, info));
  }

  private async note(claim: Claim, info: GraphQLResolveInfo, given: unknown): Promise<void> {
    const type = nodeTypeOf(info);
    if (type) await noteGiven(this.database, claim, readIdOf(type, (given as Node).id));
  }

  private async again(
    subjects: readonly string[],
    context: Context,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const type = nodeTypeOf(info);
    for (const id of type ? subjects : []) {
      const node = await this.nodes.node(globalId(type!, id), context);
      if (node) return node;
    }
    throw new ConflictError(refusal('once.made'));
  }
}

/** Null where she gave no key, or has no account: keys of strangers would be everybody's. */
function claimOf(
  { idempotencyKey: given, viewer, requestId }: Context,
  { operation, path, fieldName }: GraphQLResolveInfo,
  args: object,
): Claim | null {
  const hasAccount = viewer.name !== PUBLIC_VIEWER.name;
  if (given === null || !hasAccount || operation.operation !== OperationTypeNode.MUTATION)
    return null;
  if (!KEY.test(given)) {
    const message = refusal('once.malformed');
    throw new InvalidInputError([{ path: 'Idempotency-Key', code: 'MALFORMED', message }]);
  }
  // Each mutation of a document is a change of its own.
  const key = createHash('sha256').update([viewer.name, path.key, given].join('\n')).digest();
  return { key, change: `${fieldName} ${JSON.stringify(args)}`, requestId };
}

/** Of what the mutation gives where nothing stands in its way; null where that is no node. */
function nodeTypeOf({ returnType }: GraphQLResolveInfo): NodeType | null {
  const type = getNamedType(returnType);
  const names = isUnionType(type) ? type.getTypes().map(({ name }) => name) : [];
  // The graph calls a run of the team builder otherwise than its id does.
  if (names.includes('TeamRun')) return 'Team';
  return NODE_TYPES.find((name) => names.includes(name)) ?? null;
}

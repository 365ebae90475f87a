import { NeedService, type NeedRequest } from '#engagement';
import { Injectable } from '@nestjs/common';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { InvalidInputError, withoutNulls } from '#kernel';
import { refusal } from '#messages';
import { NeedInput } from './need.input.js';

@ArgsType()
export class NeedArgs {
  @Field(() => NeedInput, {
    nullable: true,
    description: 'The criteria to match by. Give either this or `needId`.',
  })
  need?: NeedInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of a stored need. Give either this or `need`.',
  })
  needId?: string | null;
}

/** Reads which need is asked about: one that is written out, or one that is stored. */
@Injectable()
export class NeedRequests {
  constructor(private readonly needs: NeedService) {}

  /** @throws InvalidInputError, NotFoundError */
  async of(viewer: Context['viewer'], { need, needId }: NeedArgs): Promise<NeedRequest> {
    if (need && needId) {
      const message = refusal('match.needOrId');
      throw new InvalidInputError([{ path: 'needId', code: 'CONTRADICTION', message }]);
    }
    if (needId) return this.needs.request(viewer, readIdOf('Need', needId, 'needId'));
    if (need) return writtenNeed(need);
    const message = refusal('match.sayWhat');
    throw new InvalidInputError([{ path: 'need', code: 'MISSING', message }]);
  }
}

/** In GraphQL an absent field may be given as null; the model knows absence only. */
export function writtenNeed(input: NeedInput): NeedRequest {
  const need = withoutNulls(input) as Omit<NeedRequest, 'hard' | 'soft'> & Partial<NeedRequest>;
  return { ...need, hard: need.hard ?? {}, soft: need.soft ?? {} };
}

import { Injectable } from '@nestjs/common';
import type { Viewer } from '#identity';
import type { ListPage, ListResult } from '#kernel';
import type { DeskAskView } from './ask-views.js';
import type { DeskFilter, RefuseInput, ReviewInput, SpokenInput } from './inputs.js';

/** What the desk of a network does with asks of its women. */
@Injectable()
export class DeskAskService {
  list(_viewer: Viewer, _filter: DeskFilter, _page: ListPage): Promise<ListResult<DeskAskView>> {
    throw new Error('not built yet');
  }
  byId(_viewer: Viewer, _id: string): Promise<DeskAskView> {
    throw new Error('not built yet');
  }
  forward(_viewer: Viewer, _id: string, _revision: number): Promise<DeskAskView> {
    throw new Error('not built yet');
  }
  returnTo(_viewer: Viewer, _id: string, _revision: number, _words: string): Promise<DeskAskView> {
    throw new Error('not built yet');
  }
  refuse(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _input: RefuseInput,
  ): Promise<DeskAskView> {
    throw new Error('not built yet');
  }
  recordAnswer(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _input: SpokenInput,
  ): Promise<DeskAskView> {
    throw new Error('not built yet');
  }
  reviewDeclaration(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _input: ReviewInput,
  ): Promise<DeskAskView> {
    throw new Error('not built yet');
  }
  passMessage(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _messageId: string,
  ): Promise<DeskAskView> {
    throw new Error('not built yet');
  }
  holdMessage(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _messageId: string,
  ): Promise<DeskAskView> {
    throw new Error('not built yet');
  }
  sendMessage(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _text: string,
  ): Promise<DeskAskView> {
    throw new Error('not built yet');
  }
}

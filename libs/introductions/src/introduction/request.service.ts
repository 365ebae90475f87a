import { Injectable } from '@nestjs/common';
import type { Viewer } from '#identity';
import type { ListPage, ListResult } from '#kernel';
import type { OpenedContact, OrganizerAskView } from './ask-views.js';
import type { NotEngagedInput, OrganizerFilter, RequestInput, WithdrawInput } from './inputs.js';

/** What organizers do with introductions that they request. */
@Injectable()
export class RequestService {
  request(_viewer: Viewer, _entryId: string, _input: RequestInput): Promise<OrganizerAskView> {
    throw new Error('not built yet');
  }
  list(
    _viewer: Viewer,
    _filter: OrganizerFilter,
    _page: ListPage,
  ): Promise<ListResult<OrganizerAskView>> {
    throw new Error('not built yet');
  }
  byId(_viewer: Viewer, _id: string): Promise<OrganizerAskView> {
    throw new Error('not built yet');
  }
  resend(_viewer: Viewer, _id: string, _revision: number): Promise<OrganizerAskView> {
    throw new Error('not built yet');
  }
  answer(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _words: string,
  ): Promise<OrganizerAskView> {
    throw new Error('not built yet');
  }
  confirm(_viewer: Viewer, _id: string, _revision: number): Promise<OrganizerAskView> {
    throw new Error('not built yet');
  }
  withdraw(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _input: WithdrawInput,
  ): Promise<OrganizerAskView> {
    throw new Error('not built yet');
  }
  notEngaged(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _input: NotEngagedInput,
  ): Promise<OrganizerAskView> {
    throw new Error('not built yet');
  }
  openContact(_viewer: Viewer, _id: string): Promise<OpenedContact> {
    throw new Error('not built yet');
  }
  sendMessage(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _text: string,
  ): Promise<OrganizerAskView> {
    throw new Error('not built yet');
  }
}

import { Injectable } from '@nestjs/common';
import type { Viewer } from '#identity';
import type { OwnAskView } from './ask-views.js';
import type { AcceptInput, DeclineInput, ReleaseInput } from './inputs.js';

/** A woman who came by the link of a mail: she acts as herself, for this one ask, and each act uses the link up. */
export interface LinkViewer extends Viewer {
  readonly link: string;
}

/** What a mediator does with asks to her. */
@Injectable()
export class OwnAskService {
  /** All her asks, the latest first; with the viewer of a link the one of the link. */
  list(_viewer: Viewer): Promise<OwnAskView[]> {
    throw new Error('not built yet');
  }
  byId(_viewer: Viewer, _id: string): Promise<OwnAskView> {
    throw new Error('not built yet');
  }
  /** The viewer of a link, and its ask; nothing is used up. @throws NotFoundError */
  byLink(_token: string): Promise<{ viewer: LinkViewer; ask: OwnAskView }> {
    throw new Error('not built yet');
  }
  accept(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _input: AcceptInput,
  ): Promise<OwnAskView> {
    throw new Error('not built yet');
  }
  decline(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _input: DeclineInput,
  ): Promise<OwnAskView> {
    throw new Error('not built yet');
  }
  ask(_viewer: Viewer, _id: string, _revision: number, _words: string): Promise<OwnAskView> {
    throw new Error('not built yet');
  }
  release(
    _viewer: Viewer,
    _id: string,
    _revision: number,
    _input: ReleaseInput,
  ): Promise<OwnAskView> {
    throw new Error('not built yet');
  }
  takeBack(_viewer: Viewer, _id: string, _revision: number): Promise<OwnAskView> {
    throw new Error('not built yet');
  }
  sendMessage(_viewer: Viewer, _id: string, _revision: number, _text: string): Promise<OwnAskView> {
    throw new Error('not built yet');
  }
}

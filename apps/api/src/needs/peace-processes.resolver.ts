import { PeaceProcessService } from '#engagement';
import type { Viewer } from '#identity';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import {
  ArchivePeaceProcessArgs,
  CreatePeaceProcessArgs,
  EditPeaceProcessArgs,
  PeaceProcessesArgs,
} from './peace-process.inputs.js';
import {
  PeaceProcess,
  PeaceProcessConnection,
  PeaceProcessResult,
  toPeaceProcess,
} from './peace-process.type.js';
import { toProcessChanges, toProcessDraft } from './to-draft.js';

const LIST = 'peaceProcesses';

/** Peace processes: common ones, which administrators curate, and those of organizations. */
@Resolver()
export class PeaceProcessesResolver {
  constructor(
    private readonly processes: PeaceProcessService,
    private readonly limits: Limits,
  ) {}

  @Query(() => PeaceProcessConnection, {
    name: LIST,
    description:
      'The peace processes that a need can belong to: common ones and those of your organization, in the order of their slugs.',
  })
  async list(
    @Args() args: PeaceProcessesArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PeaceProcessConnection> {
    const page = keyedPage(LIST, requestedPage(args, this.limits.pageSize));
    const result = await this.processes.list(viewer, page, args.archived ?? false);
    return keyedConnection(LIST, result, ({ slug }) => slug, toPeaceProcess);
  }

  @RefusableMutation(() => PeaceProcessResult, {
    description:
      'Records a peace process of your organization, which nobody else sees. Administrators record common ones, which everyone sees.',
  })
  async createPeaceProcess(
    @Args() { input, common }: CreatePeaceProcessArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PeaceProcess> {
    const draft = toProcessDraft(input);
    return toPeaceProcess(await this.processes.create(viewer, draft, common ?? false));
  }

  @RefusableMutation(() => PeaceProcessResult, {
    description:
      'Changes a peace process that your organization recorded. Administrators change the common ones.',
  })
  async editPeaceProcess(
    @Args() { slug, changes }: EditPeaceProcessArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PeaceProcess> {
    return toPeaceProcess(await this.processes.edit(viewer, slug, toProcessChanges(changes)));
  }

  @RefusableMutation(() => PeaceProcessResult, {
    description:
      'Archives a peace process, so that no new need can belong to it, or restores it. Needs that belong to it keep it. Your organization archives its own, administrators the common ones.',
  })
  async archivePeaceProcess(
    @Args() { slug, archived }: ArchivePeaceProcessArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PeaceProcess> {
    return toPeaceProcess(await this.processes.archive(viewer, slug, archived ?? true));
  }
}

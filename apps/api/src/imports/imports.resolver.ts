import { ImportRowService, ImportService, type RowFilter } from '#imports';
import { withoutNulls } from '#kernel';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, numberedPage, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { Done, done, DoneResult } from '../identity/done.type.js';
import { networkId } from '../networks/network-id.js';
import { ImportRowConnection } from './import-row.type.js';
import {
  ImportCellFixesInput,
  ImportDefaultsInput,
  ImportMappingInput,
  ImportRowsArgs,
  ImportsArgs,
  ImportStepArgs,
  ImportValueFixesInput,
  SkipImportRowsInput,
} from './import.inputs.js';
import { Import, ImportConnection, ImportReport, ImportResult } from './import.type.js';
import { toImport, toImportReport, toImportRow } from './to-import.js';

const LISTS = { imports: 'imports', rows: 'importRows' } as const;
const ID_OF_IMPORT = { type: () => ID, description: 'The id of the import.' };
const INPUT = { description: 'The import, and what is to be different.' };

/** Lists that coordinators upload: how they are read, what they would do, and that they are applied or undone. */
@Resolver(() => Import)
export class ImportsResolver {
  constructor(
    private readonly imports: ImportService,
    private readonly rows: ImportRowService,
    private readonly limits: Limits,
  ) {}

  @Query(() => Import, { description: 'An uploaded list of a network that you coordinate.' })
  async import(
    @Args('id', ID_OF_IMPORT) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Import> {
    return toImport(await this.imports.byId(viewer, readIdOf('Import', id)), locale);
  }

  @Query(() => ImportConnection, {
    name: LISTS.imports,
    description: 'The uploaded lists of a network that you coordinate, the oldest first.',
  })
  async list(
    @Args() { network, ...args }: ImportsArgs,
    @Ctx() context: Context,
  ): Promise<ImportConnection> {
    const { viewer, locale } = context;
    const page = idPage(LISTS.imports, requestedPage(args, this.limits.pageSize));
    const result = await this.imports.list(viewer, await networkId(context, network), page);
    return keyedConnection(
      LISTS.imports,
      result,
      ({ id }) => id,
      (view) => toImport(view, locale),
    );
  }

  @Query(() => ImportRowConnection, {
    name: LISTS.rows,
    description:
      'The rows of an import in the order of the file, with what each would do. Empty while the file is being checked.',
  })
  async importRows(
    @Args() { id, filter, ...args }: ImportRowsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<ImportRowConnection> {
    const page = numberedPage(LISTS.rows, requestedPage(args, this.limits.pageSize));
    const wanted = toFilter(filter ?? {});
    const result = await this.rows.list(viewer, readIdOf('Import', id), wanted, page, locale);
    return keyedConnection(LISTS.rows, result, ({ ordinal }) => ordinal, toImportRow);
  }

  @Query(() => ImportReport, {
    description:
      'What was left out of an uploaded list, what must be known of how it was read, and the values that are not understood.',
  })
  async importReport(
    @Args('id', ID_OF_IMPORT) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<ImportReport> {
    return toImportReport(await this.imports.byId(viewer, readIdOf('Import', id)), locale);
  }

  @RefusableMutation(() => ImportResult, {
    description: 'Says what the columns of an uploaded list are, and which sheets are read.',
  })
  async setImportMapping(
    @Args('input', INPUT) input: ImportMappingInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Import> {
    const { id, revision, columns, sheets, headerRow } = input;
    const view = await this.imports.setReading(viewer, readIdOf('Import', id), revision, {
      columns: columns?.map(({ header, column = null }) => ({ header, column })),
      sheets: sheets ?? undefined,
      headerRow: headerRow === 0 ? null : (headerRow ?? undefined),
    });
    return toImport(view, locale);
  }

  @RefusableMutation(() => ImportResult, {
    description: 'Says what an uploaded list does not: texts for empty columns, the order of days.',
  })
  async setImportDefaults(
    @Args('input', INPUT) input: ImportDefaultsInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Import> {
    const { id, revision, defaults, dateOrder, naMeans } = input;
    const view = await this.imports.setDefaults(viewer, readIdOf('Import', id), revision, {
      defaults: defaults ?? undefined,
      dateOrder,
      naMeans,
    });
    return toImport(view, locale);
  }

  @RefusableMutation(() => ImportResult, {
    description:
      'Says what values mean wherever they stand in a column. The network’s next list of this shape is read in the same way.',
  })
  async fixImportValue(
    @Args('input', INPUT) { id, revision, fixes }: ImportValueFixesInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Import> {
    const all = fixes.map(({ field, value, means = null }) => ({ field, value, means }));
    return toImport(
      await this.imports.fixValues(viewer, readIdOf('Import', id), revision, all),
      locale,
    );
  }

  @RefusableMutation(() => ImportResult, {
    description: 'Writes single cells of an uploaded list anew. The file itself is not changed.',
  })
  async fixImportCell(
    @Args('input', INPUT) { id, revision, fixes }: ImportCellFixesInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Import> {
    const all = fixes.map(({ sheet, row, column, nth, text = null }) => ({
      ...(sheet ? { sheet } : {}),
      row,
      header: column,
      nth: nth ?? 1,
      text,
    }));
    return toImport(
      await this.imports.fixCells(viewer, readIdOf('Import', id), revision, all),
      locale,
    );
  }

  @RefusableMutation(() => ImportResult, {
    description: 'Leaves rows of an uploaded list out, or takes them in again.',
  })
  async skipImportRow(
    @Args('input', INPUT) { id, revision, rows, skip }: SkipImportRowsInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Import> {
    const places = rows.map(({ sheet, row }) => ({ ...(sheet ? { sheet } : {}), row }));
    const change = { rows: places, skip: skip ?? true };
    return toImport(
      await this.imports.skipRows(viewer, readIdOf('Import', id), revision, change),
      locale,
    );
  }

  @RefusableMutation(() => ImportResult, {
    description:
      'Writes what the preview of an import shows, in the background. A profile that somebody has changed since the preview is left as it is, and its row becomes a CONFLICT.',
  })
  async applyImport(
    @Args() { id, revision }: ImportStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Import> {
    return toImport(await this.imports.apply(viewer, readIdOf('Import', id), revision), locale);
  }

  @RefusableMutation(() => ImportResult, {
    description:
      'Puts back what an import changed, in the background. A profile that somebody has changed since is left as it is. A consent that the import ended stays ended, and an at-risk mark stays.',
  })
  async undoImport(
    @Args('id', ID_OF_IMPORT) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Import> {
    return toImport(await this.imports.undo(viewer, readIdOf('Import', id)), locale);
  }

  @RefusableMutation(() => DoneResult, {
    description:
      'Removes an uploaded list and all that is kept of it. What it wrote stays, and can no longer be undone.',
  })
  async removeImport(
    @Args('id', ID_OF_IMPORT) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<Done> {
    await this.imports.remove(viewer, readIdOf('Import', id));
    return done('The uploaded list was removed.');
  }
}

function toFilter(filter: NonNullable<ImportRowsArgs['filter']>): RowFilter {
  const { statuses, published, endingConsent, problemIn, sheet } = filter;
  return withoutNulls({
    statuses,
    publishes: published,
    endsConsent: endingConsent,
    field: problemIn,
    sheet,
  }) as RowFilter;
}

import { EXPORT_FILES, ImportRefusedError, NetworkService } from '#directory';
import { InvalidTokenError, NotPermittedError, ViewerSource, type Viewer } from '#identity';
import { ImportRowService, ImportUploadService, MOST_BYTES } from '#imports';
import { InvalidInputError, InvalidStateError, NotFoundError, type InputProblem } from '#kernel';
import { say } from '#messages';
import { LOCALES, type Locale } from '#vocabulary';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { IsIn, IsOptional } from 'class-validator';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { localeOf } from '../http/locale.js';
import { UPLOAD_SECONDS } from '../http/upload-time.js';

const FORMATS = ['csv', 'xlsx'] as const;

class RejectsQuery {
  @IsOptional()
  @IsIn(FORMATS)
  format?: (typeof FORMATS)[number];

  @IsOptional()
  @IsIn(LOCALES)
  language?: Locale;
}

const NO_NETWORK: InputProblem = {
  path: 'network',
  code: 'MISSING',
  message: 'Send the slug of the network as the field "network", before the file.',
};
const NO_FILE: InputProblem = {
  path: 'file',
  code: 'MISSING',
  message: 'Send one file as multipart/form-data, as the field "file".',
};

/** Takes in lists as files, and gives out what was not accepted of them. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly uploads: ImportUploadService,
    private readonly rows: ImportRowService,
    private readonly networks: NetworkService,
    private readonly viewers: ViewerSource,
  ) {}

  @Post()
  @RouteConfig({ deadlineSeconds: UPLOAD_SECONDS })
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const viewer = await this.viewerOf(request);
    const language = localeOf(request.headers['accept-language']);
    try {
      const id = await this.receive(viewer, request);
      await reply
        .status(202)
        .header('location', '/graphql')
        .send({ data: { import: { id: globalId('Import', id) } } });
    } catch (error) {
      const refusal = refusalOf(error, language);
      if (!refusal) throw error;
      await reply.status(refusal.status).send(refusal.body);
    }
  }

  @Get(':id/rejects')
  async rejects(
    @Param('id') id: string,
    @Query() { format = 'csv', language }: RejectsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const viewer = await this.viewerOf(request);
    const locale = language ?? localeOf(request.headers['accept-language']);
    const bytes = await this.rows.rejects(viewer, readIdOf('Import', id), format, locale);
    await reply
      .header('content-type', EXPORT_FILES[format].type)
      .header('content-disposition', `attachment; filename="rejects.${format}"`)
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(Readable.from(bytes));
  }

  private async viewerOf(request: FastifyRequest): Promise<Viewer> {
    return this.viewers.viewerOf(request.headers.authorization, request.id);
  }

  private async receive(viewer: Viewer, request: FastifyRequest): Promise<string> {
    if (!request.isMultipart()) throw new InvalidInputError([NO_FILE]);
    let networkId: string | null = null;
    const limits = { fileSize: MOST_BYTES + 1, files: 1, fields: 5, fieldSize: 1_000 };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') return this.keep(viewer, networkId, part);
      if (part.fieldname !== 'network' || typeof part.value !== 'string') continue;
      networkId = (await this.networks.bySlug(part.value))?.id ?? null;
      // Before a byte of the file is taken in; a network that is not there is like one of others.
      this.uploads.authorise(viewer, networkId);
    }
    throw new InvalidInputError([networkId === null ? NO_NETWORK : NO_FILE]);
  }

  private async keep(
    viewer: Viewer,
    networkId: string | null,
    { filename: fileName, file }: MultipartFile,
  ): Promise<string> {
    if (networkId === null) throw new InvalidInputError([NO_NETWORK]);
    return this.uploads.receive(viewer, { networkId, fileName, bytes: file });
  }
}

interface RefusedUpload {
  readonly status: number;
  readonly body: object;
}

/** A refusal in the shape of a GraphQL error; null for what is no refusal of the file. */
function refusalOf(error: unknown, language: Locale): RefusedUpload | null {
  const body = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });
  if (error instanceof ImportRefusedError) {
    const { problem } = error;
    const isLarge = problem.code === 'refused.tooLarge';
    const code = isLarge ? 'PAYLOAD_TOO_LARGE' : 'UNSUPPORTED_MEDIA_TYPE';
    return { status: isLarge ? 413 : 422, body: body(code, say(problem, language)) };
  }
  if (error instanceof InvalidStateError) {
    return { status: 409, body: body('INVALID_STATE', error.message) };
  }
  if (error instanceof InvalidInputError) {
    const { problems } = error;
    const answer = body('VALIDATION_ERROR', error.message).errors[0];
    return {
      status: 400,
      body: { errors: [{ ...answer, extensions: { code: 'VALIDATION_ERROR', problems } }] },
    };
  }
  const isKnown =
    error instanceof NotPermittedError ||
    error instanceof NotFoundError ||
    error instanceof InvalidTokenError;
  // A form that is broken off, or in no shape, is the sender's.
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  if (isKnown || typeof statusCode !== 'number' || statusCode >= 500) return null;
  return { status: statusCode, body: body('BAD_REQUEST', 'The form cannot be read.') };
}

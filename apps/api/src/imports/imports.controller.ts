import { EXPORT_FILES, ImportRefusedError, NetworkService } from '#directory';
import { PUBLIC_VIEWER, type Viewer } from '#identity';
import { ImportRowService, ImportUploadService, MOST_BYTES } from '#imports';
import { InvalidInputError, InvalidStateError, isStorable, type InputProblem } from '#kernel';
import { refusal, say } from '#messages';
import { LOCALES, type Locale } from '#vocabulary';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { IsIn, IsOptional } from 'class-validator';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { localeOf } from '../http/locale.js';
import { RefusedRequests } from '../http/refused-requests.js';
import { RequestViewers } from '../http/request-viewers.js';
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
  message: refusal('uploads.noNetwork'),
};
const NO_FILE: InputProblem = {
  path: 'file',
  code: 'MISSING',
  message: refusal('uploads.noFile'),
};

const ONE_FILE: InputProblem = {
  path: 'file',
  code: 'TOO_MANY',
  message: refusal('uploads.oneFile'),
};

/** Takes in lists as files, and gives out what was not accepted of them. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly uploads: ImportUploadService,
    private readonly rows: ImportRowService,
    private readonly networks: NetworkService,
    private readonly viewers: RequestViewers,
    private readonly refused: RefusedRequests,
  ) {}

  @Post()
  @RouteConfig({ deadlineSeconds: UPLOAD_SECONDS })
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // What nobody may send is not waited for: the connection is closed behind the answer.
    reply.header('connection', 'close');
    const viewer = await this.viewers.viewerOf(request);
    // Strangers may upload to no network: which one they would name is not waited for.
    if (viewer.name === PUBLIC_VIEWER.name) this.uploads.authorise(viewer, null);
    const language = localeOf(request.headers['accept-language']);
    try {
      const id = await this.receive(viewer, request, () => {
        reply.removeHeader('connection');
      });
      await reply
        .status(202)
        .header('location', '/graphql')
        .send({ data: { import: { id: globalId('Import', id) } } });
    } catch (error) {
      const refused = refusalOf(error, language);
      if (!refused) throw error;
      if (error instanceof ImportRefusedError || error instanceof BrokenFormError) {
        this.refused.note(error, request, 'upload');
      }
      // A browser reads the answer when it has sent everything: what is left of the file is let go by.
      request.raw.unpipe();
      request.raw.resume();
      await reply.status(refused.status).send(refused.body);
    }
  }

  @Get(':id/rejects')
  async rejects(
    @Param('id') id: string,
    @Query() { format = 'csv', language }: RejectsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const viewer = await this.viewers.readerOf(request);
    const locale = language ?? localeOf(request.headers['accept-language']);
    const bytes = await this.rows.rejects(viewer, readIdOf('Import', id), format, locale);
    await reply
      .header('content-type', EXPORT_FILES[format].type)
      .header('content-disposition', `attachment; filename="rejects.${format}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(bytes));
  }

  private async receive(
    viewer: Viewer,
    request: FastifyRequest,
    onAuthorised: () => void,
  ): Promise<string> {
    if (!request.isMultipart()) throw new InvalidInputError([NO_FILE]);
    let networkId: string | null = null;
    const parts = partsOf(request);
    for (let part = await parts.next(); !part.done; part = await parts.next()) {
      const { value } = part;
      if (value.type === 'file') {
        if (networkId === null) throw new InvalidInputError([NO_NETWORK]);
        const bytes = onlyFile(value, parts);
        return this.uploads.receive(viewer, { networkId, fileName: value.filename, bytes });
      }
      if (value.fieldname !== 'network' || typeof value.value !== 'string') continue;
      const slug = isStorable(value.value) ? value.value : '';
      networkId = (await this.networks.bySlug(slug))?.id ?? null;
      // Before a byte of the file is taken in; a network that is not there is like one of others.
      this.uploads.authorise(viewer, networkId);
      onAuthorised();
    }
    throw new InvalidInputError([networkId === null ? NO_NETWORK : NO_FILE]);
  }
}

const LIMITS = { fileSize: MOST_BYTES + 1, files: 2, fields: 5, fieldSize: 1_000 };

/** The form is broken off, or no form. */
class BrokenFormError extends Error {
  override readonly name = 'BrokenFormError';
}

async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart, void> {
  try {
    yield* request.parts({ limits: LIMITS });
  } catch {
    throw new BrokenFormError();
  }
}

/** The bytes of a file, once it is sure that the form ends behind it and holds no other. */
async function* onlyFile(
  { file }: MultipartFile,
  parts: AsyncGenerator<Multipart, void>,
): AsyncGenerator<Buffer> {
  try {
    yield* file as AsyncIterable<Buffer>;
  } catch {
    throw new BrokenFormError();
  }
  for (let part = await parts.next(); !part.done; part = await parts.next()) {
    if (part.value.type !== 'file') continue;
    part.value.file.resume();
    throw new InvalidInputError([ONE_FILE]);
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
    return { status: 409, body: body('INVALID_STATE', error.saidIn(language)) };
  }
  if (error instanceof InvalidInputError) {
    const problems = error.fieldsIn(language);
    const answer = body('VALIDATION_ERROR', error.saidIn(language)).errors[0];
    return {
      status: 400,
      body: { errors: [{ ...answer, extensions: { code: 'VALIDATION_ERROR', problems } }] },
    };
  }
  const isForm = error instanceof BrokenFormError;
  const message = say(refusal('uploads.brokenForm'), language);
  return isForm ? { status: 400, body: body('BAD_REQUEST', message) } : null;
}

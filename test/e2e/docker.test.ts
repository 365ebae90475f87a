import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { SETTINGS } from '#config';
import { MOST_BYTES } from '#imports';
// @ts-expect-error A script without types.
import * as untyped from '../../docker/build/file-problems.js';

const check = untyped as Readonly<Record<string, (...given: unknown[]) => string[]>>;

interface Service {
  readonly image?: string;
  readonly entrypoint?: readonly string[];
  readonly build?: { readonly args?: Readonly<Record<string, string>> };
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly read_only?: boolean;
  readonly ports?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly networks?: readonly string[] | Readonly<Record<string, object>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
}

describe('docker/compose.yaml', () => {
  const { services, secrets, networks } = parse(readFileSync('docker/compose.yaml', 'utf8'), {
    merge: true,
  }) as Compose;
  const ours = ['api', 'worker', 'migrate', 'operator'];
  const secretVariables = new Set<string>(
    Object.values(SETTINGS).flatMap((definition) =>
      'secret' in definition ? [definition.variable] : [],
    ),
  );

  it('sets what Baraza reads, and its secrets as files that the container has', () => {
    const known = new Set<string>(Object.values(SETTINGS).map(({ variable }) => variable));
    // Addresses without a password; the address of the mail server is the operator's own.
    const addresses = new Set(['DATABASE_URL', 'DATABASE_OWNER_URL', 'BARAZA_MAIL_URL']);
    const wrong: string[] = [];
    for (const name of ours) {
      const service = services[name]!;
      for (const [variable, value] of Object.entries(service.environment ?? {})) {
        const secret = variable.replace(/_FILE$/, '');
        if (!known.has(secret)) wrong.push(`${name}: ${variable} is no setting`);
        if (!secretVariables.has(secret)) continue;
        if (variable !== secret) {
          const file = value.replace('/run/secrets/', '');
          if (!service.secrets?.includes(file)) wrong.push(`${name}: ${variable} has no file`);
        } else if (!addresses.has(variable) || /:[^/]+@/.test(value)) {
          wrong.push(`${name}: ${variable} is in the environment`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('starts the command line as `npm run baraza` does, in the image and where no other entrypoint is said', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    const [, entrypoint = '[]'] =
      /^ENTRYPOINT (.*)$/mu.exec(readFileSync('docker/Dockerfile', 'utf8')) ?? [];
    expect((JSON.parse(entrypoint) as string[]).join(' ')).toBe(scripts['baraza']);
    const others = ours.filter((name) => services[name]?.entrypoint !== undefined);
    expect(others).toEqual(['worker']);
  });

  it('lets nobody but migrations and operators own the tables, and nobody be superuser', () => {
    const owners = Object.keys(services).filter((name) =>
      services[name]?.secrets?.includes('database_owner_password'),
    );
    expect(owners.toSorted()).toEqual(['migrate', 'operator', 'postgres']);
    const users = ours.flatMap((name) => {
      const { DATABASE_URL, DATABASE_OWNER_URL } = services[name]?.environment ?? {};
      return [DATABASE_URL, DATABASE_OWNER_URL].map((url) => url && new URL(url).username);
    });
    expect(new Set(users)).toEqual(new Set(['baraza_service', undefined, 'baraza_owner']));
    expect(services.api?.environment).not.toHaveProperty('DATABASE_OWNER_URL');
  });

  it('asks each process how it is, and lets none write to its image or gain rights', () => {
    for (const name of ['api', 'worker', 'postgres', 'meilisearch']) {
      expect(services[name]?.healthcheck?.test?.[0]).toBe('CMD');
    }
    for (const name of ours) {
      expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    }
    expect(Object.keys(services).filter((name) => services[name]?.ports)).toEqual(['proxy']);
    const open = Object.values(services).filter(({ security_opt: options }) => !options);
    expect(open).toEqual([]);
  });

  it('lets the proxy come from the address that the api trusts, and mails leave from whatever sends them', () => {
    const of = (name: string): string[] => {
      const named = services[name]?.networks ?? [];
      return Array.isArray(named) ? named : Object.keys(named);
    };
    const leaves = (name: string) => of(name).some((each) => !networks[each]?.internal);
    expect(of('proxy').filter((each) => of('api').includes(each))).toEqual(['front']);
    expect(['api', 'worker', 'operator', 'proxy'].filter((name) => !leaves(name))).toEqual([]);
    expect(['postgres', 'meilisearch', 'migrate'].filter(leaves)).toEqual([]);
  });

  it('leads pages alone from HTTP to HTTPS, by TLS 1.2 or 1.3', () => {
    const caddyfile = readFileSync('docker/Caddyfile', 'utf8');
    expect(caddyfile).toMatch(
      /^\{\$BARAZA_DOMAIN\} \{\n\ttls \{\n\t\tprotocols tls1\.2 tls1\.3\n/m,
    );
    const inTheClear = /^http:\/\/\{\$BARAZA_DOMAIN\} \{\n([^]*?)^\}/m.exec(caddyfile)?.[1] ?? '';
    expect(inTheClear.split('\n').map((line) => line.trim())).toEqual([
      '@pages {',
      'method GET HEAD',
      'not path /graphql* /imports* /.well-known/*',
      'not header Authorization *',
      '}',
      'redir @pages https://{host}{uri} permanent',
      'respond 403',
      '',
    ]);
  });

  it('lets lists through as long as Baraza takes them, with the form around them', () => {
    const [, mebibytes] = /max_size (\d+)MiB/.exec(readFileSync('docker/Caddyfile', 'utf8')) ?? [];
    expect(Number(mebibytes) * 1024 ** 2).toBeGreaterThan(MOST_BYTES);
    const [, ofNginx] =
      /client_max_body_size (\d+)m/.exec(readFileSync('docs/operating.md', 'utf8')) ?? [];
    expect(ofNginx).toBe(mebibytes);
  });

  it('names images of others by version, and takes a digest for each from docker/.env', () => {
    const page = readFileSync('docs/operating.md', 'utf8');
    const dockerfile = readFileSync('docker/Dockerfile', 'utf8');
    const base = /^ARG NODE_IMAGE=(\S+)$/m.exec(dockerfile)?.[1];
    expect(
      dockerfile.match(/^FROM .*/gm)?.filter((line) => !line.includes('${NODE_IMAGE}')),
    ).toEqual([]);
    const images = [
      ...Object.entries(services).flatMap(([name, { image = '' }]) =>
        ours.includes(name) ? [] : image,
      ),
      services.api?.build?.args?.NODE_IMAGE ?? '',
    ].map((image) => /^\$\{(\w+):-([^}]+)\}$/.exec(image)?.slice(1) ?? [image, '']);
    expect(images).toHaveLength(4);
    expect(images).toContainEqual(['NODE_IMAGE', base]);
    const unknown = images.filter(
      ([variable, image = '']) =>
        !/:v?\d/.test(image) || !page.includes(`${variable}=${image}@sha256:…`),
    );
    expect(unknown).toEqual([]);
  });

  it('takes the secrets that the script makes', () => {
    const script = readFileSync('docker/make-secrets.sh', 'utf8');
    const files = Object.values(secrets).map(({ file }) => file.replace('./secrets/', ''));
    expect(files).toHaveLength(6);
    expect(files.filter((file) => !new RegExp(`\\b${file}\\b`).test(script))).toEqual([]);
  });
});

describe('docker/Dockerfile', () => {
  it('is given what it copies, and nothing of .data', () => {
    const [all, ...kept] = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const given = kept.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const copied = readFileSync('docker/Dockerfile', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(all).toBe('*');
    expect(kept).toContain('**/.data');
    expect(copied.filter((path) => !given.includes(path) || !existsSync(path))).toEqual([]);
    expect(given.filter((path) => !copied.includes(path))).toEqual([]);
  });
});

describe('docker/healthy.js', () => {
  let status = 200;
  const server = createServer((_request, response) => response.writeHead(status).end());
  let port = 0;
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  const ends = async (of: number): Promise<unknown> => {
    const env = { ...process.env, BARAZA_OPERATOR_PORT: String(of) };
    const child = spawn(process.execPath, ['docker/healthy.js'], { env, stdio: 'ignore' });
    return (await once(child, 'exit'))[0];
  };

  it('ends with 0 only if the process is ready', async () => {
    expect(await ends(port)).toBe(0);
    status = 503;
    expect(await ends(port)).toBe(1);
    expect(await ends(9)).not.toBe(0);
  });
});

describe('the check of these files in `npm run lint`', () => {
  it('names line and reason', () => {
    expect(
      check.composeProblems!(
        'services:\n  a: &a\n    imag: x\n  b:\n    <<: *a\n    restart: [no]\n',
      ).map((each) => each.replace(/must NOT/, 'must not')),
    ).toEqual([
      '3: services.a must not have additional properties (imag)',
      '5: services.b must not have additional properties (imag)',
      '6: services.b.restart must be string',
    ]);
    expect(check.composeProblems!('services:\n  a: [\n')[0]).toMatch(/^3: /);
    expect(check.dockerfileProblems!('FROM node\nCOPPY a b\n')).toEqual([
      '2: Unknown instruction: COPPY',
    ]);
    const workflow =
      'on: push\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: "${{ github.evnt }}" }]\n';
    expect(check.workflowProblems!(workflow, 'a.yml')).toEqual([
      expect.stringMatching(/^5: property "evnt" is not defined/),
    ]);
    const rules =
      'a:\n  - expr: rate(here_total[5m]) > 1\n  - expr: max(gone)\n  - expr: rate(here_total[5m)\n';
    expect(check.expressionProblems!(rules, new Set(['here_total']))).toEqual([
      '3: there is no meter gone',
      expect.stringMatching(/^4: cannot be read at character \d+: rate\(here_total\[5m\)/),
    ]);
    expect(check.expressionProblems!('a: 1\n', new Set())).toEqual(['1: no expression is there']);
  });
});

import { Controller, Get, Header, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** The files of GraphiQL, from the installed packages: it works without the internet. */
const ASSETS: Record<string, [from: string, file: string, type: string]> = {
  'react.js': ['react18', 'umd/react.production.min.js', 'text/javascript'],
  'react-dom.js': ['react-dom18', 'umd/react-dom.production.min.js', 'text/javascript'],
  'graphiql.js': ['graphiql', 'graphiql.min.js', 'text/javascript'],
  'graphiql.css': ['graphiql', 'graphiql.min.css', 'text/css'],
};

const FIRST_QUERY = `# Ctrl-Enter runs the query.
{
  mediators(search: "ceasefire", first: 5, facets: [LANGUAGES]) {
    totalCount
    edges { node { name languages { label level } territories { label } } highlights { field fragment } }
    facets { name counts { label count } }
  }
}
`;

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Baraza</title>
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>body { margin: 0 } #graphiql { height: 100vh }</style>
<div id="graphiql"></div>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script>
  ReactDOM.createRoot(document.getElementById('graphiql')).render(
    React.createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
      defaultQuery: ${JSON.stringify(FIRST_QUERY)},
    }),
  );
</script>
`;

/** Its editor writes styles into the page and starts workers from texts. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  'worker-src blob:',
  "frame-ancestors 'none'",
].join('; ');

/** GraphiQL for people who develop; the module leaves it out in production. */
@Controller('graphiql')
export class GraphiqlController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', POLICY)
  page(): string {
    return PAGE;
  }

  @Get(':asset')
  asset(@Param('asset') name: string, @Res() reply: FastifyReply): void {
    const asset = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
    if (!asset) throw new NotFoundException();
    const [from, file, type] = asset;
    // The packages name no way to these files, so they are found beside their package.json.
    const path = join(dirname(resolve(`${from}/package.json`)), file);
    void reply.type(`${type}; charset=utf-8`).send(createReadStream(path));
  }
}

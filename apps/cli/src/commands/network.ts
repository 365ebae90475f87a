import { type NetworkView, NetworkService } from '#directory';
import { OPERATOR } from '#identity';
import { parseArea } from '#vocabulary';
import { CommandFailure } from '#runtime';
import type { Format } from '../format-option.js';
import { printList, type Listing } from '../output.js';
import { withApplication } from '../with-application.js';

const PAGE = 100;

/** Prints slug and names of every network. */
export async function listNetworks({ format }: { format: Format }): Promise<void> {
  await withApplication(async (app) => {
    const networks = app.get(NetworkService);
    const found: NetworkView[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof networks.list>> = await networks.list({
        first: PAGE,
        after,
      });
      found.push(...page.items);
      after = page.hasNextPage ? (page.items.at(-1)?.slug ?? null) : null;
    } while (after !== null);
    const listing: Listing = {
      head: ['slug', 'name', 'covers'],
      rows: found.map(({ slug, names, territories }) => [
        slug,
        names.en ?? '',
        territories.join(' '),
      ]),
      widths: [24, 40, 'rest'],
    };
    const all = found.map(({ slug, names, territories }) => ({ slug, names, territories }));
    printList(listing, format, all);
  });
}

/** Adds a network; its slug must be new. */
export async function addNetwork(
  slug: string,
  options: { name: string; covers?: string[] },
): Promise<void> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 64) {
    throw new CommandFailure(
      `"${slug}" cannot be a slug: use lower-case letters, digits and single hyphens, at most 64.`,
    );
  }
  const territories = (options.covers ?? []).map(areaCode);
  await withApplication(async (app) => {
    const networks = app.get(NetworkService);
    if (await networks.bySlug(slug)) {
      throw new CommandFailure(`There is already a network "${slug}".`);
    }
    await networks.create(OPERATOR, { slug, names: { en: options.name }, territories });
    console.log(
      `Added ${slug}. Import its profiles: npm run baraza -- import FILE --network ${slug}`,
    );
  });
}

function areaCode(text: string): string {
  const parsed = parseArea(text);
  if (!parsed.ok) throw new CommandFailure(parsed.problem.message);
  return parsed.value;
}

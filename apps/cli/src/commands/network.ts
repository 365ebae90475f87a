import { OPERATOR } from '#identity';
import { parseArea } from '#vocabulary';
import { CommandFailure } from '../failure.js';
import { withRooms } from '../with-rooms.js';

const PAGE = 100;

/** Prints slug and English name of every network. */
export async function listNetworks(): Promise<void> {
  await withRooms(async ({ networks }) => {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof networks.list>> = await networks.list({
        first: PAGE,
        after,
      });
      for (const { slug, names } of page.items) console.log(`${slug}  ${names.en}`);
      after = page.hasNextPage ? (page.items.at(-1)?.slug ?? null) : null;
    } while (after !== null);
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
  await withRooms(async ({ networks }) => {
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

import { demonyms } from './demonyms.js';
import { languages } from './languages.js';
import { cldr, countries, iso639, registry } from './sources.js';
import { regions, territories } from './territories.js';

/** File name -> JSON text, one entry on a line, so that a change of one entry is a change of one line. */
export function tables() {
  const cldrSource = `Unicode CLDR ${cldr.version}`;
  return {
    demonyms: table(`world-countries ${countries.version} (ODbL 1.0)`, demonyms()),
    languages: table(
      `ISO 639-3 (iso-639-3 ${iso639.version}); IANA language subtag registry (${registry.version}); ${cldrSource}`,
      languages(),
    ),
    regions: table(`UN M49 by ${cldrSource}, territoryContainment`, regions()),
    territories: table(
      `ISO 3166-1 by ${cldrSource}; land neighbours and further names: world-countries ${countries.version} (ODbL 1.0)`,
      territories(),
    ),
  };
}

function table(source, entries) {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return `{"source":${JSON.stringify(source)},"entries":[\n${lines}\n]}\n`;
}

/** Public sets with known truth, as records of linkage. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const DAY = /^(\d{4})-?(\d\d)-?(\d\d)$/;

function rows(name) {
  const path = new URL(`../../fixtures/linkage/${name}.csv.gz`, import.meta.url);
  const [head, ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  const columns = fields(head);
  return lines.map((line) => {
    const values = fields(line);
    return Object.fromEntries(columns.map((column, i) => [column, values[i] ?? '']));
  });
}

function fields(line) {
  return Array.from(line.matchAll(/(?:^|,)\s*(?:"([^"]*)"|([^,]*))/g), (match) =>
    (match[1] ?? match[2]).trim(),
  );
}

/** A date as far as it is one: these sets have months of 86. */
function birth(text) {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (!year) return null;
  if (month < '01' || month > '12') return year;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return day < '01' || Number(day) > days ? `${year}-${month}` : `${year}-${month}-${day}`;
}

/** FEBRL 4: two lists, each with every person once. */
export function febrl4() {
  const womanOf = new Map();
  const records = ['febrl4a', 'febrl4b'].flatMap((list) =>
    rows(list).map((row) => {
      womanOf.set(row.rec_id, row.rec_id.split('-')[1]);
      return {
        id: row.rec_id,
        list,
        names: [`${row.given_name} ${row.surname}`],
        born: birth(row.date_of_birth),
        identifiers: row.soc_sec_id ? [`ssn:${row.soc_sec_id}`] : [],
        texts: [`${row.address_1} ${row.address_2}`, row.suburb, row.postcode],
      };
    }),
  );
  return { records, truth: truthOf(records, womanOf) };
}

/** The persons of history: one list with ten rows for each person, all of whose pairs count. */
export function historical50k() {
  const womanOf = new Map();
  const records = rows('historical-50k').map((row) => {
    womanOf.set(row.unique_id, row.cluster);
    return {
      id: row.unique_id,
      list: 'history',
      names: [row.full_name, row.first_and_surname].filter((name) => name !== ''),
      born: birth(row.dob),
      texts: [row.birth_place, row.postcode_fake.replaceAll(' ', ''), row.occupation],
    };
  });
  return {
    records,
    truth: { womanOf, listOf: new Map(records.map(({ id }) => [id, id])) },
  };
}

export function truthOf(records, womanOf) {
  return { womanOf, listOf: new Map(records.map(({ id, list }) => [id, list])) };
}

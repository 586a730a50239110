/**
 * `node infra/samples/cfpb.by-day.mjs > cfpb.csv`: the complaints of the CFPB in the order in which they were received, which
 * that of their file is not. Rises are found as they come: what comes late is judged late.
 */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import papaparse from 'papaparse';

const FILE = new URL('cfpb/consumer_complaints_2013-2017.csv.gz', import.meta.url);

const text = gunzipSync(await readFile(FILE)).toString('utf8');
const { data, meta } = papaparse.parse(text, { header: true, skipEmptyLines: true });
data.sort((one, other) => dayOf(one) - dayOf(other));
process.stdout.write(`${papaparse.unparse(data, { columns: meta.fields, newline: '\n' })}\n`);

function dayOf({ 'Date received': received }) {
  const [month, day, year] = received.split('/').map(Number);
  return Date.UTC(year, month - 1, day);
}

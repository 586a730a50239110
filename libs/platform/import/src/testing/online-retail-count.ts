import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { parse } from 'papaparse';
import { extract } from 'tar-stream';

export interface RetailTotals {
  invoices: number;
  cancellations: number;
  lines: number;
  /** Of the invoices, each rounded to the penny. */
  spendPence: number;
  /** Of the cancellations, as a positive amount. */
  returnedPence: number;
}

/** An invoice or a cancellation of a customer. */
export interface RetailDocument {
  readonly customerId: string;
  /** Of its first line, in London: `YYYY-MM-DD HH:mm:ss`. */
  readonly localTime: string;
  /** `YYYY-MM-DD` of that. */
  readonly day: string;
  readonly isCancellation: boolean;
  /** Negative for a cancellation. */
  readonly netPence: number;
}

export interface OnlineRetailCount {
  readonly rows: number;
  readonly rowsWithoutCustomer: number;
  /** By the customer's number without `.0`. */
  readonly customers: ReadonlyMap<string, RetailTotals>;
  readonly totals: RetailTotals;
  readonly documents: readonly RetailDocument[];
}

interface Row {
  readonly InvoiceNo: string;
  readonly Quantity: string;
  readonly UnitPrice: string;
  readonly InvoiceDate: string;
  readonly CustomerID: string;
}

/**
 * Counts the Online Retail archive in a plain pass, sharing no code with the import: what an import of it has to agree
 * with to the penny. Prices have at most three decimals, so that tenths of a penny in a double are exact.
 */
export async function countOnlineRetail(archive: string): Promise<OnlineRetailCount> {
  const rows = await rowsOf(archive);
  const customers = new Map<string, RetailTotals>();
  const documents: RetailDocument[] = [];
  for (const [invoice, lines] of byInvoice(bought(rows))) {
    const customerId = String(Number(lines[0]?.CustomerID));
    const totals = customers.get(customerId) ?? nothing();
    customers.set(customerId, totals);
    const netPence = addInvoice(totals, invoice, lines);
    const localTime = lines[0]?.InvoiceDate ?? '';
    const isCancellation = invoice.startsWith('C');
    documents.push({ customerId, localTime, day: localTime.slice(0, 10), isCancellation, netPence });
  }
  const totals = nothing();
  for (const customer of customers.values()) addTotals(totals, customer);
  return { rows: rows.length, rowsWithoutCustomer: rows.length - bought(rows).length, customers, totals, documents };
}

function byInvoice(rows: readonly Row[]): Map<string, Row[]> {
  const invoices = new Map<string, Row[]>();
  for (const row of rows) {
    const lines = invoices.get(row.InvoiceNo);
    if (lines) lines.push(row);
    else invoices.set(row.InvoiceNo, [row]);
  }
  return invoices;
}

const bought = (rows: readonly Row[]): Row[] => rows.filter(({ CustomerID }) => CustomerID !== '');

const nothing = (): RetailTotals => ({ invoices: 0, cancellations: 0, lines: 0, spendPence: 0, returnedPence: 0 });

/** Returns what the document adds to the customer's spend. */
function addInvoice(totals: RetailTotals, invoice: string, lines: readonly Row[]): number {
  const tenths = lines.reduce((sum, row) => sum + Number(row.Quantity) * Math.round(Number(row.UnitPrice) * 1000), 0);
  totals.lines += lines.length;
  if (invoice.startsWith('C')) {
    totals.cancellations += 1;
    totals.returnedPence += Math.round(-tenths / 10);
  } else {
    totals.invoices += 1;
    totals.spendPence += Math.round(tenths / 10);
  }
  return Math.sign(tenths) * Math.round(Math.abs(tenths) / 10);
}

function addTotals(totals: RetailTotals, more: RetailTotals): void {
  totals.invoices += more.invoices;
  totals.cancellations += more.cancellations;
  totals.lines += more.lines;
  totals.spendPence += more.spendPence;
  totals.returnedPence += more.returnedPence;
}

async function rowsOf(archive: string): Promise<Row[]> {
  const rows: Row[] = [];
  const entries = extract();
  Readable.from(gunzipSync(readFileSync(archive))).pipe(entries);
  for await (const entry of entries) {
    const content = await text(entry);
    if (entry.header.name.endsWith('.csv')) {
      for (const row of parse<Row>(content, { header: true, skipEmptyLines: true }).data) rows.push(row);
    }
  }
  return rows;
}

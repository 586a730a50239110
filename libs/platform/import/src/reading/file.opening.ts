import { createCsvScanner, type CsvRow, type CsvScanner } from '../csv/csv.scanner';
import { createTextDecoder, invalidIn, type TextDecoderStream } from '../csv/text.decoder';
import { openFile, type InputFile } from '../input/input.files';
import { distinctNames } from '../mapping/column.names';
import type { Source } from '../mapping/mapping';

export interface FileReading {
  readonly scanner: CsvScanner;
  readonly decoder: TextDecoderStream;
}

export type Header = { readonly columns: readonly string[] } | { readonly problem: string };

export const startReading = ({
  encoding = 'utf-8',
  delimiter = ',',
  quote = '"',
  maxRowLength = 1_048_576,
}: Source): FileReading => ({
  scanner: createCsvScanner({ delimiter, quote, maxRowLength }),
  decoder: createTextDecoder(encoding),
});

/** Rows that stand before the data: those to be skipped, and the header. */
export const rowsBeforeData = ({ skipLines = 0, columns }: Source): number => skipLines + (columns ? 0 : 1);

/** Reads the start of a file only. */
export async function readHeader(file: InputFile, source: Source): Promise<Header> {
  if (source.columns) return { columns: distinctNames(source.columns) };
  const reading = startReading(source);
  const header = await rowAt(rowsBeforeData(source) - 1, file, reading);
  if (!header) return { problem: reading.scanner.broken()?.reason ?? 'has no header row: the file is empty' };
  const problem = header.fault?.reason ?? encodingProblem(header, reading, source);
  return problem === undefined ? { columns: distinctNames(header.fields) } : { problem };
}

function encodingProblem(
  { raw }: CsvRow,
  { decoder }: FileReading,
  { encoding = 'utf-8' }: Source,
): string | undefined {
  const invalid = decoder.sawInvalid() ? invalidIn(raw, encoding) : undefined;
  return invalid && `the header row has ${invalid}; set source.encoding to what the file is in`;
}

async function rowAt(index: number, file: InputFile, { scanner, decoder }: FileReading): Promise<CsvRow | undefined> {
  const rows: CsvRow[] = [];
  for await (const piece of openFile(file)) {
    // In small bits: of hundreds of files only the header is wanted here.
    for (let start = 0; start < piece.length; start += HEADER_BYTES) {
      rows.push(...scanner.push(decoder.write(piece.subarray(start, start + HEADER_BYTES))));
      if (rows.length > index || scanner.broken()) return rows[index];
    }
  }
  rows.push(...scanner.push(decoder.end()), ...scanner.end());
  return rows[index];
}

const HEADER_BYTES = 4096;

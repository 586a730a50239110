import { createCsvScanner, type CsvRow, type CsvScanner } from '../csv/csv.scanner';
import { createTextDecoder, invalidIn, type TextDecoderStream } from '../csv/text.decoder';
import type { InputFile } from '../input/input.files';
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
  const { scanner, decoder } = startReading(source);
  const wanted = rowsBeforeData(source);
  const rows: CsvRow[] = [];
  for await (const piece of file.open()) {
    rows.push(...scanner.push(decoder.write(piece)));
    if (rows.length >= wanted || scanner.broken()) break;
  }
  if (rows.length < wanted) rows.push(...scanner.push(decoder.end()), ...scanner.end());
  const broken = scanner.broken();
  const header = rows[wanted - 1];
  if (!header) return { problem: broken?.reason ?? 'has no header row: the file is empty' };
  const invalid = decoder.sawInvalid() ? invalidIn(header.raw, source.encoding ?? 'utf-8') : undefined;
  if (invalid) return { problem: `the header row has ${invalid}; set source.encoding to what the file is in` };
  if (header.fault) return { problem: header.fault.reason };
  return { columns: distinctNames(header.fields) };
}

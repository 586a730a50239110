const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** 1980-01-01 00:00:00, the first moment that a ZIP archive can say. */
const DOS_EPOCH = 0x00210000;

/**
 * The archive, in place, as if all in it were of the first moment a ZIP archive can say: the same content is the same file,
 * whenever it was written. Offsets are those of the ZIP file format (PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16), of
 * an archive without a comment and of less than 4 GB.
 */
export function withoutTimes(archive: Buffer): Buffer {
  const end = archive.length - END_BYTES;
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new Error('not a ZIP archive that ends without a comment');
  const entries = archive.readUInt16LE(end + 10);
  let entry = archive.readUInt32LE(end + 16);
  for (let index = 0; index < entries; index++) {
    if (archive.readUInt32LE(entry) !== ENTRY) throw new Error(`no entry ${index} in the directory of the ZIP archive`);
    archive.writeUInt32LE(DOS_EPOCH, entry + 12);
    archive.writeUInt32LE(DOS_EPOCH, archive.readUInt32LE(entry + 42) + 10);
    entry += ENTRY_BYTES + [28, 30, 32].reduce((length, at) => length + archive.readUInt16LE(entry + at), 0);
  }
  return archive;
}

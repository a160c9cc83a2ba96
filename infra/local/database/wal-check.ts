/* SQLite's write-ahead log (https://www.sqlite.org/fileformat2.html#the_write_ahead_log). */

const headerBytes = 32;
const frameHeaderBytes = 24;

/**
 * How many writes lie behind a spot at which the log is torn: SQLite leaves them out without a word. 0: it is whole.
 * A write that was under way at a sudden end is none, nor is what an earlier use of the file has left behind.
 */
export const countWritesAfterTear = (log: Buffer): number => {
  if (log.length < headerBytes + frameHeaderBytes) return 0;
  const littleEndian = log.readUInt32BE(0) === 0x377f0682;
  const pageBytes = log.readUInt32BE(8);
  const frameBytes = frameHeaderBytes + (isPageSize(pageBytes) ? pageBytes : usualPageBytes);
  const sum = (bytes: Buffer, before: Sum): Sum => checksum(bytes, littleEndian, before);
  const isSum = ([a, b]: Sum, at: number): boolean =>
    log.readUInt32BE(at) === a && log.readUInt32BE(at + 4) === b;

  let last = sum(log.subarray(0, 24), [0, 0]);
  let isWhole = isSum(last, 24);
  // What the header says is worth nothing when it is the header that is torn.
  const salt = isWhole ? log.subarray(16, 24) : log.subarray(40, 48);
  let behind = 0;
  for (let at = headerBytes; at + frameBytes <= log.length; at += frameBytes) {
    const isOfNow = log.subarray(at + 8, at + 16).equals(salt);
    if (isWhole) {
      last = sum(log.subarray(at, at + 8), last);
      last = sum(log.subarray(at + frameHeaderBytes, at + frameBytes), last);
      isWhole = isOfNow && isSum(last, at + 16);
    } else if (isOfNow && log.readUInt32BE(at + 4) !== 0) behind += 1;
    // The frame at the tear may itself have been the end of a write; the ones behind it tell.
  }
  return behind;
};

type Sum = readonly [number, number];
const usualPageBytes = 4096;
const isPageSize = (bytes: number): boolean => [512, 1024, 2048, 4096, 8192, 16384].includes(bytes);

const checksum = (bytes: Buffer, littleEndian: boolean, [first, second]: Sum): Sum => {
  const word = (at: number): number =>
    littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  let [a, b] = [first, second];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + word(at) + b) >>> 0;
    b = (b + word(at + 4) + a) >>> 0;
  }
  return [a, b];
};

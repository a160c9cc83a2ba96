import { maxPhotoBytes, type PhotoType } from '../../terms/after-gift/photo-rules.ts';

/** A photograph as it may be shown. */
export type Picture = { type: PhotoType; bytes: Uint8Array<ArrayBuffer> };

/** Pixels of the longer side: a larger picture costs a small phone its memory. */
const maxSide = 6000;

/**
 * The picture without its metadata (EXIF with place, device and time, thumbnails, comments, colour profiles) and without
 * what follows its end; undefined for a damaged file, another kind, or one that is too large. Only the segments that the
 * picture is drawn from are copied, so that what is not known is left out too.
 */
export const stripMetadata = (file: Uint8Array): Picture | undefined => {
  const picture = stripJpeg(file) ?? stripPng(file);
  return picture && picture.bytes.length <= maxPhotoBytes ? picture : undefined;
};

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const isSide = (pixels: number): boolean => pixels > 0 && pixels <= maxSide;
const wordAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/* JPEG (ITU-T T.81, Annex B): 0xff, a marker, and for most a length and a body; after SOS the entropy-coded picture. */

const soi = 0xd8;
const eoi = 0xd9;
const sos = 0xda;
/** Frames of Huffman coding (baseline, extended, progressive), which browsers show. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Huffman tables, quantisation tables, restart interval. */
const tables: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd]);
/** Frames and codings that browsers do not show. */
const isOtherFrame = (marker: number): boolean =>
  marker >= 0xc3 && marker <= 0xcf && marker !== 0xc4;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

const stripJpeg = (file: Uint8Array): Picture | undefined => {
  if (file[0] !== 0xff || file[1] !== soi) return undefined;
  const parts = [file.subarray(0, 2)];
  let hasFrame = false;
  let hasScan = false;
  let at = 2;
  while (at + 1 < file.length) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff) return undefined;
    if (marker === 0xff) {
      // A fill byte before a marker.
      at += 1;
      continue;
    }
    if (marker === eoi) {
      parts.push(Uint8Array.of(0xff, eoi));
      return hasScan ? { type: 'image/jpeg', bytes: joined(parts) } : undefined;
    }
    const end = at + 2 + wordAt(file, at + 2);
    if (marker < 0xc0 || isRestart(marker) || marker === soi || end < at + 4 || end > file.length)
      return undefined;
    if (isOtherFrame(marker)) return undefined;
    if (frames.has(marker)) {
      if (hasFrame || !isSide(wordAt(file, at + 5)) || !isSide(wordAt(file, at + 7)))
        return undefined;
      hasFrame = true;
    }
    if (frames.has(marker) || tables.has(marker) || marker === sos)
      parts.push(file.subarray(at, end));
    at = end;
    if (marker !== sos) continue;
    if (!hasFrame) return undefined;
    const next = endOfScan(file, at);
    parts.push(file.subarray(at, next));
    hasScan = true;
    at = next;
  }
  return undefined;
};

/** Where the entropy-coded bytes end: at the next marker that is neither a stuffed zero nor a restart. */
const endOfScan = (file: Uint8Array, from: number): number => {
  let at = from;
  while (at + 1 < file.length) {
    const next = file[at + 1] ?? 0;
    if (file[at] === 0xff && next !== 0 && !isRestart(next)) return at;
    at += 1;
  }
  return file.length;
};

/* PNG (W3C, PNG specification): a signature, then chunks of length, name, body and checksum. */

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The critical chunks, and transparency, which belongs to the picture. */
const drawn: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

const stripPng = (file: Uint8Array): Picture | undefined => {
  if (!signature.every((byte, i) => file[i] === byte)) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts = [file.subarray(0, signature.length)];
  let names = '';
  let at = signature.length;
  while (at + 12 <= file.length) {
    const name = String.fromCharCode(...file.subarray(at + 4, at + 8));
    const end = at + 12 + view.getUint32(at);
    if (end > file.length || (names === '') !== (name === 'IHDR')) return undefined;
    if (
      name === 'IHDR' &&
      !(end === at + 25 && isSide(view.getUint32(at + 8)) && isSide(view.getUint32(at + 12)))
    )
      return undefined;
    // A critical chunk that is not known: the picture cannot be drawn without it.
    if (!drawn.has(name) && /^[A-Z]/.test(name)) return undefined;
    if (drawn.has(name)) parts.push(file.subarray(at, end));
    names += name;
    if (name === 'IEND')
      return names.includes('IDAT') ? { type: 'image/png', bytes: joined(parts) } : undefined;
    at = end;
  }
  return undefined;
};

import type { Visit } from './visit.ts';

/** A photograph, of one of the two kinds that we store. It is shown in a page of ours and does nothing else. */
export const sendPicture = (
  { c }: Visit,
  { type, bytes }: { type: 'image/jpeg' | 'image/png'; bytes: Uint8Array<ArrayBuffer> },
): Response =>
  c.body(bytes, 200, {
    'Content-Type': type,
    'Content-Disposition': 'inline',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });

/** The requested part of a file, both ends included. */
export type ByteRange = { first: number; last: number };

/**
 * Parses a Range header for one part of a file of `size` bytes. iPhones play no sound from a server that serves no
 * parts (Apple, Safari Web Content Guide, "Configuring your server"). Undefined means the whole file, also for a
 * header we do not understand (RFC 9110 §14.2); `beyond` means that the part lies after the end.
 */
export const parseByteRange = (
  header: string | undefined,
  size: number,
): ByteRange | 'beyond' | undefined => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last ? 'beyond' : { first, last };
};

/*
 * What DynamoDB counts as an item's size (its developer guide, "Item sizes and formats"): names and texts in UTF-8,
 * a number about a byte for two digits and one more, a list or map 3 bytes and one for each element.
 */

const utf8 = (text: string): number => Buffer.byteLength(text);

const valueBytes = (value: unknown): number => {
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'number') return Math.ceil(String(value).replace(/\D/g, '').length / 2) + 1;
  if (typeof value === 'boolean' || value === null) return 1;
  if (value instanceof Set) return [...value].reduce((sum, each) => sum + valueBytes(each), 0);
  if (Array.isArray(value)) return value.reduce((sum, each) => sum + 1 + valueBytes(each), 3);
  if (typeof value === 'object')
    return Object.entries(value).reduce((sum, entry) => sum + 1 + attributeBytes(entry), 3);
  return 0;
};

const attributeBytes = ([name, value]: [string, unknown]): number =>
  value === undefined ? 0 : utf8(name) + valueBytes(value);

/** Bytes of one item, without what DynamoDB keeps beside it. */
export const itemBytes = (item: object): number =>
  Object.entries(item).reduce((sum, entry) => sum + attributeBytes(entry), 0);

/** Kept beside each item of a table or index for its bookkeeping, and paid for as storage (same guide). */
export const bytesBesideItem = 100;

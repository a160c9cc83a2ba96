/*
 * The size of an item as DynamoDB counts it (its developer guide, "Item sizes and formats"): names and texts in UTF-8,
 * a number about one byte for two digits and one more, a list or map 3 bytes and one for each element.
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

/** The bytes of an item, without DynamoDB's overhead. */
export const itemBytes = (item: object): number =>
  Object.entries(item).reduce((sum, entry) => sum + attributeBytes(entry), 0);

/** DynamoDB's storage overhead for each item of a table or index (same guide). */
export const overheadBytes = 100;

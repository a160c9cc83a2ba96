/** An item that does not fit its schema. Names the key (masked) and the fields, never their contents. */
export class InvalidItem extends Error {
  override name = 'InvalidItem';
  readonly key: string;
  readonly fields: string;

  constructor(key: string, fields: string) {
    super(`The item ${key} does not fit its schema in: ${fields}`);
    this.key = key;
    this.fields = fields;
  }
}

/** Called for each invalid item that a list leaves out. */
export type OnInvalidItem = (item: InvalidItem) => void;

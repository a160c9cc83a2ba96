import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';

/*
 * A number that may be kept where others could read it: in the address of a person's page, which stays in the browser's
 * history, and in a passkey. It is sealed for one reader, so that an address that is passed on opens nothing.
 */

const algorithm = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];

const keyOf = (secret: string): Buffer =>
  createHash('sha256').update(`person ref ${secret}`).digest();

/** `reader`: the person or the use that it is sealed for, fewer than 64 letters. */
export const sealPhone = (phone: PhoneNumber, reader: string, secret: string): string => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(secret), nonce).setAAD(Buffer.from(reader));
  const sealed = Buffer.concat([cipher.update(phone, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
};

/** The number; undefined when it is sealed for another reader, or not by us. */
export const openPhone = (
  ref: string,
  reader: string,
  secrets: readonly string[],
): PhoneNumber | undefined => {
  const bytes = Buffer.from(ref, 'base64url');
  if (bytes.length <= nonceBytes + tagBytes || bytes.length > 100) return undefined;
  for (const secret of secrets) {
    const nonce = bytes.subarray(0, nonceBytes);
    const decipher = createDecipheriv(algorithm, keyOf(secret), nonce, { authTagLength: tagBytes })
      .setAAD(Buffer.from(reader))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    try {
      const text = decipher.update(bytes.subarray(nonceBytes + tagBytes)).toString('utf8');
      return phoneNumberSchema.safeParse(text + decipher.final('utf8')).data;
    } catch {
      // Sealed with the other secret, for another reader, or forged.
    }
  }
  return undefined;
};

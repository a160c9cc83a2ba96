import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';

/*
 * A person's page has an address without the number: it would stay in the browser's history. The number is sealed for
 * one reader, so that an address that is passed on opens nothing.
 */

const algorithm = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];

const keyOf = (secret: string): Buffer =>
  createHash('sha256').update(`person ref ${secret}`).digest();

export const sealPhone = (phone: PhoneNumber, reader: PhoneNumber, secret: string): string => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(secret), nonce).setAAD(Buffer.from(reader));
  const sealed = Buffer.concat([cipher.update(phone, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
};

/** The number; undefined for an address of another reader, or one that is not ours. */
export const openRef = (
  ref: string,
  reader: PhoneNumber,
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

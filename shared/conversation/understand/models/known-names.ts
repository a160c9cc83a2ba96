import { hashFeature } from './linear-model.ts';
import { nameHashes } from './name-hashes.ts';

/** True for a word that people have been seen to bear as a name. */
export type IsKnownName = (word: string) => boolean;

let read: ReadonlySet<number> | undefined;

/** The hashes of the names in order, each as its distance from the one before: 7 bits a byte, the top bit set while more follow. */
const readHashes = (): ReadonlySet<number> => {
  const hashes = new Set<number>();
  let [hash, distance, shift] = [0, 0, 0];
  for (const char of atob(nameHashes)) {
    const byte = char.charCodeAt(0);
    distance += (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    hash += distance;
    hashes.add(hash);
    [distance, shift] = [0, 0];
  }
  return hashes;
};

/** "ramesh", "रमेश": a word of a name in the labelled texts, in just this spelling. */
export const isKnownName: IsKnownName = (word) => {
  read ??= readHashes();
  return read.has(hashFeature(word));
};

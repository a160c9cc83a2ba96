import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Journal } from './message-store.ts';

/** A journal in a file. Loading removes an incomplete last line, which a sudden end leaves. */
export const openJournal = (file: string): Journal => {
  mkdirSync(dirname(file), { recursive: true });
  return {
    load() {
      if (!existsSync(file)) return [];
      const bytes = readFileSync(file);
      const whole = bytes.lastIndexOf('\n') + 1;
      if (whole < bytes.length) truncateSync(file, whole);
      return bytes
        .subarray(0, whole)
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '');
    },
    append: (line) => appendFileSync(file, `${line}\n`),
  };
};

import type { Stored } from '#functions/adapters/stored-entities.ts';

/** What must not be found: whole phone numbers, names, texts of people, and account keys. */
export type Secrets = { numbers: string[]; names: string[]; texts: string[]; keys?: string[] };

/** All names in a stored entity: of donors, requesters, patients and attendants. */
export const namesIn = (stored: Stored): string[] => {
  const names = namesOf(stored).filter((name) => name !== undefined);
  return names.map((name) => name.trim()).filter((name) => name !== '');
};

const namesOf = (stored: Stored): (string | undefined)[] => {
  switch (stored.kind) {
    case 'person': {
      const { name, requestDraft, joinDraft } = stored;
      return [name, requestDraft?.patient, requestDraft?.attendant, joinDraft?.name];
    }
    case 'request':
      return [stored.patient, stored.attendant, ...stored.pledges.map(({ donor }) => donor?.name)];
    default:
      return [];
  }
};

/** Shorter names and texts occur in many sentences by chance. */
const shortestName = 3;
const shortestText = 6;

/** One finding for each secret in each line; empty without any. */
export const leaksIn = (
  lines: string[],
  { numbers, names, texts, keys = [] }: Secrets,
): string[] => {
  const digits = numbers.map((number) => number.replace(/\D/g, '').slice(-10));
  const words = [...new Set(names)]
    .filter((name) => name.length >= shortestName)
    .map((name) => ({
      what: `the name ${name}`,
      isIn: (line: string) => new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'u').test(line),
    }));
  const searches = [
    ...[...new Set(digits)].map((number) => ({
      what: `the number ${number}`,
      isIn: (_: string, unspaced: string) => unspaced.includes(number),
    })),
    ...words,
    ...keys.map((key) => ({ what: 'a key', isIn: (line: string) => line.includes(key) })),
    ...[...new Set(texts)]
      .filter((text) => text.trim().length >= shortestText)
      .map((text) => ({
        what: `the text ${text.slice(0, 40)}`,
        isIn: (line: string) => line.includes(text) || line.includes(JSON.stringify(text)),
      })),
  ];
  return lines.flatMap((line) => {
    const unspaced = line.replace(/(?<=\d)[\s-](?=\d)/g, '');
    const found = searches.filter(({ isIn }) => isIn(line, unspaced));
    return found.map(({ what }) => `${what} is in: ${line}`);
  });
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

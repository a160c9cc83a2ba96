import { describe, expect, test } from 'vitest';
import { answerLine } from '#infra/local/explain-texts.ts';
import { gazetteer } from '../../../bench/strangers/configured-gazetteer.ts';
import { kindsOfTexts } from '../../../fixtures/cases/kinds-of-texts.ts';

const at = '2026-11-30T10:00:00+05:30';

describe('a text of a known kind', () => {
  test.each(kindsOfTexts)('%s: %s %j "%s"', (_kind, as, open, text, acts, details = {}) => {
    const read = JSON.parse(answerLine(JSON.stringify({ text, as, open, at }), gazetteer));
    expect(read.acts.map(({ act }: { act: string }) => act)).toEqual(acts);
    expect(read.acts[0]).toMatchObject(details);
  });

  test('has three examples of its kind at least', () => {
    const kinds = kindsOfTexts.map(([kind]) => kind);
    for (const kind of new Set(kinds))
      expect([kind, kinds.filter((one) => one === kind).length >= 3]).toEqual([kind, true]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatMessage } from '#shared/messages/format-message.ts';
import { noticeVersion } from '#shared/people/consent.ts';
import { languages, spokenLanguages } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { speak } from '#shared/voice/speak.ts';
import { sampleNow } from '../../fixtures/messages.ts';

/*
 * The notice that a donor agreed to can be read years later. The file is no snapshot: when the words change, give
 * `noticeVersion` (consent.ts) a new name and write the words into a new file by hand.
 */
test(`docs/notices/${noticeVersion}.md has the notice that donors see and hear`, () => {
  const number = phoneNumberSchema.parse('+915320000000');
  const context = { now: sampleNow, groupName: 'Police Mitra', number };
  const file = `docs/notices/${noticeVersion}.md`;
  expect(existsSync(file), file).toBe(true);
  const kept = readFileSync(file, 'utf8');
  for (const language of languages)
    expect(kept).toContain(formatMessage({ key: 'joinNotice', params: {} }, language, context));
  for (const language of spokenLanguages)
    expect(kept).toContain(speak({ key: 'joinNotice', params: {} }, language, context));
});

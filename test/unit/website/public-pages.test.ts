import { describe, expect, it } from 'vitest';
import type { HotlineConfig } from '#functions/hotline-config.ts';
import { listRecordable } from '#infra/local/recordable-prompts.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { createWorld, publicUrl, testConfig } from '../../world/world.ts';

const pageWith = async (path: string, change: Partial<HotlineConfig> = {}) => {
  const { app } = await createWorld({ config: testConfig((config) => ({ ...config, ...change })) });
  return new WebBrowser(app, publicUrl).open(`${path}?lang=en`);
};

describe('the first page', () => {
  it('leads to WhatsApp where a number is configured, and nowhere else', async () => {
    const whatsappNumber = phoneNumberSchema.parse('+919415000999');
    const page = await pageWith('/', { whatsappNumber });
    expect(page.html).toContain('href="https://wa.me/919415000999"');
    expect(wordsOf(page)).toContain('Write on WhatsApp');
    expect(wordsOf(await pageWith('/'))).not.toContain('WhatsApp');
  });
});

describe('the questions', () => {
  const pain = listRecordable('en', { groupName: 'Mitra' }).find(({ keys }) =>
    keys.includes('mythPain'),
  );
  const { id, words } = pain ?? { id: '', words: '' };
  const recorded = { hi: [], en: [id, 'ffffffff'] };

  it('can be heard by the number', async () => {
    const page = await pageWith('/questions');
    expect(page.html).toContain('href="tel:+915320000000"');
    expect(wordsOf(page)).toContain('and press 3');
    expect(page.html).not.toContain('<audio');
  });

  it('can be heard on the page where a person has recorded them', async () => {
    const page = await pageWith('/questions', { recordedPrompts: recorded });
    expect(page.html.match(/<audio/g)).toHaveLength(1);
    expect(page.html).toContain(`src="/prompts/en/${id}.mp3"`);
    expect(words).not.toBe('');
    expect(wordsOf(page)).toContain(words.slice(0, 30));
  });

  it('ask no other host for a sound', async () => {
    const url = 'https://sounds.example.org';
    const page = await pageWith('/questions', { recordedPrompts: { ...recorded, url } });
    expect(page.html).not.toContain('sounds.example.org');
  });
});

import { readFileSync } from 'node:fs';
import * as hb from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { certificateFont } from '#functions/website/certificate/certificate-font.ts';
import { startCertificate } from '#functions/website/certificate/draw-certificate.ts';
import { thanksWords } from '#functions/website/thanks/thanks-words.ts';
import { phrases } from '#shared/messages/catalog/phrases.ts';
import { daySchema } from '#shared/terms/time.ts';

/*
 * Devanagari is no row of letters: vowels move before their consonant, consonants join. The glyphs that a certificate
 * embeds, and where it puts them, are compared with HarfBuzz, which browsers use.
 */

type Glyph = { id: number; advance: number; x: number; y: number };
type Shaper = (text: string) => Glyph[];

const bytes = certificateFont();
const hbFont = new hb.Font(new hb.Face(new hb.Blob(new Uint8Array(bytes).buffer)));

const byHarfBuzz: Shaper = (text) => {
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(hbFont, buffer);
  const at = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint: id }, i) => ({
    id,
    advance: at[i]?.xAdvance ?? 0,
    x: at[i]?.xOffset ?? 0,
    y: at[i]?.yOffset ?? 0,
  }));
};

/** What pdfkit keeps of the font of a page; not in its types. */
type EmbeddedFont = {
  encode(
    text: string,
  ): [hexIds: string[], positions: { xAdvance: number; xOffset: number; yOffset: number }[]];
  subset: { glyphs: number[] };
  scale: number;
};

/** The glyphs as they are written into the PDF. */
const byCertificate = (): Shaper => {
  const page = startCertificate('test') as unknown as { _font: EmbeddedFont };
  const font = page._font;
  return (text) => {
    const [hexIds, positions] = font.encode(text);
    return hexIds.map((hex, i) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
      const units = (value: number) => Math.round(value / font.scale);
      return {
        id: font.subset.glyphs[Number.parseInt(hex, 16)] ?? -1,
        advance: Math.round(xAdvance / font.scale),
        x: units(xOffset),
        y: units(yOffset),
      };
    });
  };
};

const config = hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8')));
const months = Array.from({ length: 12 }, (_, i) =>
  phrases.hi.day(daySchema.parse(`2026-${String(i + 1).padStart(2, '0')}-06`)),
);
const { hi } = thanksWords;
const sentences = [
  ...months,
  hi.title,
  hi.certificate,
  hi.isTrue,
  hi.yoursUnnamed,
  hi.gave('पुलिस मित्र', '6 दिसंबर 2026', 'प्रयागराज'),
  hi.gaveToPatient('6 दिसंबर 2026', 'स्वरूप रानी अस्पताल, प्रयागराज'),
  hi.heldBy('स्वरूप रानी अस्पताल'),
  hi.yours('क्षितिज श्रीवास्तव'),
  hi.count(12),
  hi.milestone(5),
];
/** Names of people as they are given in the north of India, with the joins that are hard to set. */
const people =
  'क्षितिज श्रीवास्तव ज्ञानेंद्र त्रिपाठी कृष्णा द्विवेदी शक्ति सिंह अर्चना मिश्रा ऋषि शर्मा विट्ठल उर्मिला वर्मा सत्यप्रकाश मौर्य प्रद्युम्न हर्षवर्धन लक्ष्मी दुर्गेश ब्रह्मदत्त फ़िरोज़ मुश्ताक़ सिद्धार्थ गुड्डू छोटेलाल पुष्पेंद्र निर्मल';
const words = [
  ...new Set(
    [
      config.groupNameInHindi ?? '',
      ...Object.values(config.placesInHindi),
      ...config.zones.map(({ names }) => names.hi),
      ...config.hospitals.map(({ inHindi }) => inHindi ?? ''),
      ...sentences,
      people,
    ].flatMap((text) => text.split(/\s+/).filter(Boolean)),
  ),
];

const differing = (shape: Shaper): string[] =>
  words.filter((word) => JSON.stringify(shape(word)) !== JSON.stringify(byHarfBuzz(word)));

describe('a certificate', () => {
  it('sets every Hindi name and word as HarfBuzz does, glyph by glyph', () => {
    expect(words.length).toBeGreaterThan(200);
    expect(words.filter((word) => /\p{Script=Devanagari}/u.test(word)).length).toBeGreaterThan(180);
    expect(differing(byCertificate())).toEqual([]);
  });

  it('has a glyph for every letter', () => {
    const missing = words.filter((word) => byHarfBuzz(word).some(({ id }) => id === 0));
    expect(missing).toEqual([]);
  });
});

describe('the comparison', () => {
  const shape = byCertificate();
  const letterByLetter: Shaper = (word) => [...word].flatMap((letter) => shape(letter));
  const damaged: Record<string, Shaper> = {
    'sets letter by letter': letterByLetter,
    'leaves a vowel behind its consonant': (word) =>
      word.split(/(?<=ि)|(?=ि)/u).flatMap((part) => shape(part)),
    'joins no consonants': (word) => word.split('्').flatMap((part) => shape(part)),
    'puts every mark at its own place': (word) => shape(word).map((glyph) => ({ ...glyph, x: 0 })),
  };
  it.each(Object.entries(damaged))('finds a shaper that %s', (_, damage) => {
    expect(differing(damage).length).toBeGreaterThan(20);
  });
});

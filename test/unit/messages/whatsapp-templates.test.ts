import { describe, expect, it } from 'vitest';
import { SimContents } from '#infra/local/simulator/messages/sim-contents.ts';
import { createTemplateFinder } from '#shared/messages/templates/find-template.ts';
import { patternOf, sampleOf, slotsOf } from '#shared/messages/templates/template.ts';
import {
  deriveContentTemplates,
  renderContent,
} from '#shared/messages/templates/whatsapp/content-templates.ts';
import { createContents } from '#shared/messages/templates/whatsapp/contents.ts';
import { parsePayload } from '#shared/messages/templates/whatsapp/quick-replies.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';

const groupName = 'Police Mitra';
const number = phoneNumberSchema.parse('+915320000000');
const templates = deriveContentTemplates({ groupName, number });
const rendered = templates.map((template) => ({ template, content: renderContent(template) }));
type Rendered = (typeof rendered)[number];

const bodyOf = ({ content: { types } }: Rendered): string =>
  'twilio/text' in types ? types['twilio/text'].body : types['twilio/quick-reply'].body;
const breaking = (isRight: (one: Rendered) => boolean): string[] =>
  rendered.filter((one) => !isRight(one)).map(({ template }) => template.name);

describe('every template for WhatsApp', () => {
  it('begins and ends with fixed words, and has no variable beside another', () => {
    expect(templates.length).toBeGreaterThan(300);
    expect(breaking((one) => !/^\{\{|\}\}$|\}\}\s*\{\{/.test(bodyOf(one)))).toEqual([]);
  });

  it('numbers its variables from one, and has a sample of each', () => {
    const isNumbered = (one: Rendered): boolean => {
      const numbers = [...bodyOf(one).matchAll(/\{\{(\d+)\}\}/g)].map(([, n]) => n);
      const { variables } = one.content;
      return (
        numbers.join() === Object.keys(variables).join() &&
        numbers.every((n, i) => n === `${i + 1}`) &&
        Object.values(variables).every((sample) => sample.trim() !== '')
      );
    };
    expect(breaking(isNumbered)).toEqual([]);
  });

  it('keeps to 1,024 characters with its longest values', () => {
    const most = ({ template }: Rendered): number =>
      slotsOf(template).reduce(
        (sum, { longest, sample }) => sum + longest - sample.length,
        sampleOf(template).length,
      );
    expect(breaking((one) => most(one) <= 1024)).toEqual([]);
  });

  it('has a name of its own that Meta takes', () => {
    expect(breaking(({ template }) => /^[a-z\d_]{1,512}$/.test(template.name))).toEqual([]);
    expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
  });

  it('is an invitation only where no patient waits', () => {
    const keys = templates.filter(({ category }) => category === 'MARKETING').map(({ key }) => key);
    expect([...new Set(keys)].sort()).toEqual(['campInvite', 'campMissed', 'mayGiveAgain']);
    expect(templates.map(({ key }) => key)).not.toContain('loginCode');
  });

  it('names no number that takes answers: WhatsApp is answered where it is read', () => {
    const answerNumber = phoneNumberSchema.parse('+919000000001');
    const speaker = { groupName, number, answerNumber };
    expect(deriveContentTemplates(speaker)).toEqual(templates);
  });

  it('is approved by the rules that the simulated carrier knows', () => {
    const contents = new SimContents();
    const decided = rendered.map(({ template, content }) => {
      const { sid } = contents.create(content);
      return contents.requestApproval(sid, template.category)?.approval?.status;
    });
    expect(new Set(decided)).toEqual(new Set(['approved']));
  });
});

describe('the buttons of a template', () => {
  const withButtons = templates.filter(({ buttons }) => buttons.length > 0);

  it('have short titles, each its own, in each language', () => {
    expect(new Set(withButtons.map(({ key }) => key)).size).toBe(7);
    for (const { name, buttons } of withButtons) {
      const titles = buttons.map(({ title }) => title);
      expect(
        titles.every((title) => title.length <= 20),
        name,
      ).toBe(true);
      expect(new Set(titles).size, name).toBe(titles.length);
      // Three where it was not approved.
      expect(titles.length, name).toBeLessThanOrEqual(3);
    }
    const [en, hi, latin] = ['en', 'hi', 'hi-Latn'].map((language) =>
      withButtons.filter((one) => one.language === language).map(({ key }) => key),
    );
    expect(hi).toEqual(en);
    expect(latin).toEqual(en);
  });

  it('send the digit with the code of the message, and its question unless it is an alert', () => {
    for (const template of withButtons) {
      const { types, variables } = renderContent(template);
      const actions = 'twilio/quick-reply' in types ? types['twilio/quick-reply'].actions : [];
      const taps = actions.map(({ id }) =>
        parsePayload(id.replace(/\{\{(\d+)\}\}/, (_, n: string) => variables[n] ?? '')),
      );
      expect(taps).toEqual(
        template.buttons.map(({ digit, question }) => ({ digit, question, code: '4821' })),
      );
    }
    expect(parsePayload('1 4821')).toEqual({ question: 'alert', digit: 1, code: '4821' });
  });

  it.each(['', '1', '0 4821', 'OK 7315', '1 4821 more', '1 4821 alert gave', '1 48'])(
    'are not recognised in %j',
    (payload) => {
      expect(parsePayload(payload)).toBeUndefined();
    },
  );
});

describe('an approved template', () => {
  const id = `HX${'0'.repeat(32)}`;
  const registered = (name: string) =>
    templates
      .filter((template) => template.name === name)
      .map((template) => ({ template: name, pattern: patternOf(template).source, id }));

  it('is found by the words of a text, with the values of its variables', () => {
    const { find } = createContents(registered('alert_covered_en'), groupName);
    const text = 'Request 4821 has enough donors now, so you need not come. Thank you.';
    expect(find(text)).toEqual({ id, text, values: ['4821'] });
    expect(find(`${text} Really.`)).toBeUndefined();
  });

  it('frames a text that ends with a variable', () => {
    const { find } = createContents(registered('family_link_en'), groupName);
    const text =
      'This page shows you at any hour how request 4821 stands. Keep the link in your family: https://a.example/r/x';
    expect(find(text)).toEqual({
      id,
      text: `${text} – Police Mitra`,
      values: ['4821', 'https://a.example/r/x'],
    });
  });

  it('says every text that it was made of with exactly these words', () => {
    const find = createTemplateFinder(
      templates.map((template, i) => ({
        template: template.name,
        pattern: patternOf(template).source,
        id: `${i}`,
      })),
    );
    for (const template of templates) {
      const { values = [] } = find(sampleOf(template)) ?? {};
      expect(values, template.name).toHaveLength(slotsOf(template).length);
    }
  });
});

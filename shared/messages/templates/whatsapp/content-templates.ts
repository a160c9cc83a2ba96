import type { Language } from '../../../terms/language.ts';
import { deriveTemplates, type Speaker } from '../derive-templates.ts';
import { renderTemplate, slotsOf, type Template } from '../template.ts';
import { frameOf } from './contents.ts';
import { type QuickReply, quickRepliesOf, renderPayload } from './quick-replies.ts';
import { type TemplateCategory, templateCategory } from './template-category.ts';

/** A template for WhatsApp: what Meta approves, and what Twilio keeps under a content id. */
export type ContentTemplate = Pick<Template, 'key' | 'language' | 'parts'> & {
  /** a–z, 0–9 and _, as Meta wants names. */
  name: string;
  category: TemplateCategory;
  buttons: readonly QuickReply[];
};

const withFrame = (parts: Template['parts'], groupName: string): Template['parts'] => {
  const { before, behind } = frameOf(groupName);
  const isSlot = (part: Template['parts'][number] | undefined): boolean => typeof part === 'object';
  return [
    ...(isSlot(parts[0]) ? [before] : []),
    ...parts,
    ...(isSlot(parts.at(-1)) ? [behind] : []),
  ];
};

const metaName = (name: string): string =>
  name
    .replace(/(?<=[a-z\d])[A-Z]/g, '_$&')
    .replace(/\W/g, '_')
    .toLowerCase();

/**
 * The templates of all messages that may reach a person outside WhatsApp's window, from the catalog: the fullest wording
 * of each, because WhatsApp counts no segments. Login codes are left out (template-category.ts).
 */
export const deriveContentTemplates = ({
  groupName,
  number,
}: Pick<Speaker, 'groupName' | 'number'>): ContentTemplate[] => {
  const hasTemplate = (key: Template['key']): boolean => {
    const category = templateCategory(key);
    return category !== undefined && category !== 'AUTHENTICATION';
  };
  return deriveTemplates({ groupName, number }, { only: hasTemplate, roomy: true }).map(
    ({ name, key, language, parts }) => ({
      name: metaName(name),
      key,
      language,
      parts: withFrame(parts, groupName),
      category: templateCategory(key) ?? 'UTILITY',
      buttons: quickRepliesOf(key, language),
    }),
  );
};

/** WhatsApp knows no Hindi in Latin letters: it is filed as English (docs/facts.md#carriers). */
const filedLanguage: Record<Language, 'en' | 'hi'> = { en: 'en', hi: 'hi', 'hi-Latn': 'en' };

/** The template as Twilio's Content API takes it, with numbered variables and a sample of each. */
export const renderContent = (template: ContentTemplate) => {
  const slots = slotsOf(template);
  let number = 0;
  const body = renderTemplate(template, () => {
    number += 1;
    return `{{${number}}}`;
  });
  const code = `{{${slots.findIndex(({ what }) => what === 'code') + 1}}}`;
  const actions = template.buttons.map((button) => ({
    type: 'QUICK_REPLY',
    title: button.title,
    id: renderPayload(button, code),
  }));
  return {
    friendly_name: template.name,
    language: filedLanguage[template.language],
    variables: Object.fromEntries(slots.map(({ sample }, i) => [`${i + 1}`, sample])),
    types:
      actions.length > 0
        ? { 'twilio/quick-reply': { body, actions } }
        : { 'twilio/text': { body } },
  };
};

import { deriveTemplates } from '#shared/messages/templates/derive-templates.ts';
import { createTemplateIds, type TemplateIds } from '#shared/messages/templates/find-template.ts';
import { patternOf, type Template } from '#shared/messages/templates/template.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';

type Speaker = {
  groupName: string;
  hotlineNumber: PhoneNumber;
  answerNumber?: PhoneNumber | undefined;
};

/** Deriving all of them takes most of a second. */
const made = new Map<string, TemplateIds>();

const derive = ({ groupName, hotlineNumber: number, answerNumber }: Speaker): Template[] =>
  deriveTemplates({ groupName, number, ...(answerNumber && { answerNumber }) });

/** Letters by which templates are found, where they begin with fixed words. */
const beginning = 6;
type Fits = (text: string) => boolean;
const finders = new Map<string, Fits>();

/** Whether a text fits a template of the catalog: a finder that tries only those with its beginning. */
export const fitsAnyTemplate = (speaker: Speaker): Fits => {
  const name = [speaker.groupName, speaker.hotlineNumber, speaker.answerNumber].join(' ');
  const known = finders.get(name);
  if (known) return known;
  const byBeginning = new Map<string, RegExp[]>();
  for (const template of derive(speaker)) {
    const [first] = template.parts;
    const key =
      typeof first === 'string' && first.length >= beginning ? first.slice(0, beginning) : '';
    byBeginning.set(key, [...(byBeginning.get(key) ?? []), patternOf(template)]);
  }
  const fits: Fits = (text) =>
    [text.slice(0, beginning), ''].some((key) =>
      byBeginning.get(key)?.some((pattern) => pattern.test(text)),
    );
  finders.set(name, fits);
  return fits;
};

/** Every text of the catalog, registered; `without`: the messages that are not. */
export const everyTemplate = (speaker: Speaker, without: readonly string[] = []): TemplateIds => {
  const { groupName, hotlineNumber, answerNumber } = speaker;
  const name = [groupName, hotlineNumber, answerNumber, ...without].join(' ');
  const known = made.get(name);
  if (known) return known;
  const templates = derive(speaker);
  const ids = createTemplateIds(
    templates
      .filter(({ key }) => !without.includes(key))
      .map((template, i) => ({
        template: template.name,
        pattern: patternOf(template).source,
        id: `1107${String(i).padStart(6, '0')}`,
      })),
  );
  made.set(name, ids);
  return ids;
};

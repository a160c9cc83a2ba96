import { deriveTemplates } from '#shared/messages/templates/derive-templates.ts';
import {
  createTemplateIds,
  type TemplateIds,
} from '#shared/messages/templates/registered-templates.ts';
import { patternOf } from '#shared/messages/templates/template.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';

type Speaker = {
  groupName: string;
  hotlineNumber: PhoneNumber;
  answerNumber?: PhoneNumber | undefined;
};

/** Deriving all of them takes most of a second. */
const made = new Map<string, TemplateIds>();

/** Every text of the catalog, registered; `without`: the messages that are not. */
export const everyTemplate = (
  { groupName, hotlineNumber: number, answerNumber }: Speaker,
  without: readonly string[] = [],
): TemplateIds => {
  const name = [groupName, number, answerNumber, ...without].join(' ');
  const known = made.get(name);
  if (known) return known;
  const templates = deriveTemplates({ groupName, number, ...(answerNumber && { answerNumber }) });
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

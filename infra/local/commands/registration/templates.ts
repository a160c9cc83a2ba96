import { writeFileSync } from 'node:fs';
import { isPromotional } from '#shared/messages/promotional.ts';
import { deriveTemplates } from '#shared/messages/templates/derive-templates.ts';
import {
  renderTemplate,
  type Slot,
  sampleOf,
  slotsOf,
  type Template,
} from '#shared/messages/templates/template.ts';
import { deriveContentTemplates } from '#shared/messages/templates/whatsapp/content-templates.ts';
import { renderCompactNumber, renderPhoneNumber } from '#shared/terms/phone-number.ts';
import { CommandError, type LoneCommand, type Terminal } from '../command.ts';
import type { CommandEnvironment } from '../command-environment.ts';
import { registerTemplates, registries } from './register-templates.ts';
import { renderWhatsAppLine } from './whatsapp-lines.ts';

/**
 * The most characters of one registered variable: 40 (tags of TRAI's direction of 18 November 2025, as MSG91's help page
 * on variable tagging lists them). Older portals say 30: `--variable-length 30`.
 */
const usualLength = '40';

/** More variables need reasons, recorded by the operator (TRAI, 12 May 2023). */
const freeVariables = 3;

type Kept = { length: number; header: string; env: CommandEnvironment };

/** `templates`: the DLT registration, derived from the catalog. */
export const writeTemplates: LoneCommand = {
  summary:
    'the registration file of all texts with their variables: DLT as CSV, WhatsApp as JSON lines',
  args: [],
  options: {
    out: 'write to this file instead of the screen',
    ids: 'a list with template_name and template_id: writes hotline.templates.json (WhatsApp: hotline.whatsapp.json)',
    header: 'the registered sender (header) that the templates belong to',
    'variable-length': `the most characters of one variable at your operator; ${usualLength} by default`,
  },
  flags: { whatsapp: 'the templates of WhatsApp instead' },
  details: `Every wording of every message in English, Hindi and Hindi in Latin letters, a row each, for the group's
name of HOTLINE_CONFIG and the numbers of HOTLINE_NUMBER and ANSWER_NUMBER (all in the fixed text: register
again when one changes). Two columns hold the text: "content" with {#var#}, for portals that ask for the tags beside it
(Tata, SmartPing), and "tagged_content" for those that want them inside (Airtel, Jio, Vi, BSNL).
The column "attention" has what a registrar will ask about. With --whatsapp: the texts that may reach a person who has
not written for a day, a line of JSON each, as Twilio's Content API takes them. See docs/operate.md.`,
  runAlone: async ({ terminal, options, env }) => {
    const length = Number(options['variable-length'] ?? usualLength);
    if (!Number.isInteger(length) || length < 10)
      throw new CommandError('--variable-length must be a whole number, at least 10');
    if (!env.given.has('HOTLINE_NUMBER'))
      terminal.note(`HOTLINE_NUMBER is not set: the texts name ${env.hotlineNumber}`);
    const speaker = {
      groupName: env.config.groupName,
      number: env.hotlineNumber,
      ...(env.answerNumber && { answerNumber: env.answerNumber }),
    };
    const { ids, out, whatsapp } = options;
    if (whatsapp !== undefined) {
      const contents = deriveContentTemplates(speaker);
      if (ids !== undefined) registerTemplates(contents, ids, registries.whatsapp, terminal);
      else write(contents.map(renderWhatsAppLine), { out, terminal, count: contents.length });
      return 0;
    }
    const templates = deriveTemplates(speaker);
    if (ids !== undefined) {
      registerTemplates(templates, ids, registries.dlt, terminal);
      return 0;
    }
    const kept: Kept = { length, header: options['header'] ?? '', env };
    const lines = [columns, ...templates.map((template) => rowOf(template, kept))].map(renderRow);
    // Without a byte order mark spreadsheets misread Hindi.
    write(lines, { out, terminal, count: templates.length, mark: '\uFEFF' });
    return 0;
  },
};

const write = (
  lines: readonly string[],
  {
    out,
    terminal,
    count,
    mark = '',
  }: { out: string | undefined; terminal: Terminal; count: number; mark?: string },
): void => {
  if (out === undefined) for (const line of lines) terminal.out(line);
  else writeFileSync(out, `${mark}${lines.join('\n')}\n`);
  terminal.note(`${count} templates${out === undefined ? '' : ` written to ${out}`}`);
};

const columns = [
  'template_name',
  'template_type',
  'category',
  'header',
  'language',
  'message_type',
  'content',
  'tagged_content',
  'variables',
  'sample',
  'segments_at_most',
  'attention',
];

/**
 * All are service implicit: each answers what the person did (texted, called, joined) or is the service they joined
 * for. Invitations to camps are promotional. Transactional is for banks' one-time passwords only, explicit for offers (Airtel registers no such template since January
 * 2026). Promotional texts are held back at night and from people who want no advertising.
 */
const typeOf = ({ key }: Template): string =>
  isPromotional(key) ? 'Promotional' : 'Service Implicit';
/** From the portals' list (certainty C: the list itself was not found). */
const category = 'Health';

const rowOf = (template: Template, kept: Kept): string[] => [
  template.name,
  typeOf(template),
  category,
  kept.header,
  { en: 'English', hi: 'Hindi', 'hi-Latn': 'Hindi in Latin letters' }[template.language],
  template.encoding === 'UCS-2' ? 'Unicode' : 'Text',
  renderTemplate(template, (slot) => '{#var#}'.repeat(variablesOf(slot, kept))),
  renderTemplate(template, (slot) => `{#${slot.tag}#}`.repeat(variablesOf(slot, kept))),
  slotsOf(template)
    .flatMap((slot) =>
      Array.from({ length: variablesOf(slot, kept) }, () => `${slot.what} (${slot.tag})`),
    )
    .join('; '),
  sampleOf(template),
  `${template.segments}`,
  attentionOf(template, kept).join(' '),
];

/** A longer value takes several variables, one directly after another. */
const variablesOf = ({ longest }: Slot, { length }: Kept): number => Math.ceil(longest / length);

const attentionOf = (template: Template, kept: Kept): string[] => {
  const slots = slotsOf(template);
  const count = slots.reduce((sum, slot) => sum + variablesOf(slot, kept), 0);
  const fixed = renderTemplate(template, () => '');
  const has = (what: string): boolean => slots.some((slot) => slot.what === what);
  return [
    ...(count > freeVariables
      ? [`${count} variables: the reader must know which request, what, where and until when.`]
      : []),
    ...(slots.some((slot) => variablesOf(slot, kept) > 1)
      ? ['Variables side by side hold one long value.']
      : []),
    ...(has('phone') ? ["A person's own number, which cannot be whitelisted."] : []),
    ...(has('link') ? [`Whitelist ${kept.env.publicUrl}.`] : []),
    ...(fixed.includes(renderPhoneNumber(kept.env.hotlineNumber))
      ? ['Names the hotline’s own number: whitelist it.']
      : []),
    ...(kept.env.answerNumber && fixed.includes(renderCompactNumber(kept.env.answerNumber))
      ? ['Names the number that takes the answers: whitelist it.']
      : []),
    ...(fixed.includes(kept.env.config.groupName) ? [] : ['Does not name the group.']),
  ];
};

const renderRow = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');

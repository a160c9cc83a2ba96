import configFile from '#settings/config.json' with { type: 'json' };
import templatesFile from '#settings/templates.json' with { type: 'json' };
import contentsFile from '#settings/whatsapp.json' with { type: 'json' };
import {
  type RegisteredTemplate,
  registeredContentsSchema,
  registeredTemplatesSchema,
} from '#shared/messages/templates/registered-templates.ts';
import { type HotlineConfig, hotlineConfigSchema } from './hotline-config.ts';

/** What a group sets in files: its configuration, and its templates that are registered. */
export type GroupSettings = {
  config: HotlineConfig;
  templates: readonly RegisteredTemplate[];
  contents: readonly RegisteredTemplate[];
};

/**
 * The settings beside this code, checked. Throws when one is wrong. A bundle has the settings of its group in place of
 * this file: they were checked when it was built (infra/aws/bundle/write-group-settings.ts).
 */
export const readGroupSettings = (): GroupSettings => ({
  config: hotlineConfigSchema.parse(configFile),
  templates: registeredTemplatesSchema.parse(templatesFile),
  contents: registeredContentsSchema.parse(contentsFile),
});

import { slotsOf } from '#shared/messages/templates/template.ts';
import {
  type ContentTemplate,
  renderContent,
} from '#shared/messages/templates/whatsapp/content-templates.ts';

/**
 * A template as one line of JSON: `content` is the body of POST /v1/Content, `approval` that of
 * POST /v1/Content/{sid}/ApprovalRequests/whatsapp (docs/facts.md#carriers).
 */
export const renderWhatsAppLine = (template: ContentTemplate): string =>
  JSON.stringify({
    content: renderContent(template),
    approval: { name: template.name, category: template.category },
    ...(slotsOf(template).some(({ what }) => what === 'link') && {
      attention: 'Holds a link to our own pages.',
    }),
  });

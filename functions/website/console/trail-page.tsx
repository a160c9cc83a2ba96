/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatMessage } from '#shared/messages/format-message.ts';
import { messageContext } from '../../use-cases/message-context.ts';
import { readTrail } from '../../use-cases/operator/read-trail.ts';
import { auditEntryMessage } from '../../use-cases/volunteers/reply-trail.ts';
import type { PageRouter } from '../frame/router.tsx';
import { sendConsole } from './console-frame.tsx';
import { wordsFor } from './console-visit.ts';

/** The newest entries that the page shows. */
const shown = 100;

/** `/console/trail`: who did what, newest first, numbers by their last three digits. */
export const mountTrail = (router: PageRouter): void =>
  router.getFor('coordinator', '/console/trail', async (visit) => {
    const { services } = visit.site;
    const { trail } = wordsFor(visit);
    const entries = await readTrail(services, shown);
    const context = messageContext(services, visit.now);
    return sendConsole(
      visit,
      trail.title,
      <>
        <p>{entries.length === 0 ? trail.none : trail.help}</p>
        <ol class="steps">
          {entries.map((entry) => (
            <li>{formatMessage(auditEntryMessage(entry), visit.language, context)}</li>
          ))}
        </ol>
      </>,
    );
  });

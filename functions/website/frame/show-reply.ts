import type { UnitOfWork } from '../../use-cases/unit-of-work.ts';
import { replyToForm, runForm } from '../../use-cases/website/run-form.ts';
import { parseSaid, renderSaid } from './form-token.ts';
import { sendNotice } from './notice-page.tsx';
import { type MemberVisit, redirect } from './visit.ts';

/**
 * Does what a form asks for, then shows `next`, a path or where to find it, with what the hotline replied. Sent twice, it leads to the same page with
 * the same reply.
 */
export const actAndShow = async (
  visit: MemberVisit,
  id: string,
  next: string | (() => Promise<string>),
  act: (work: UnitOfWork) => Promise<void>,
): Promise<Response> => {
  const { site, person, language } = visit;
  const result = await runForm(site.services, { id, from: person.phone, language }, act);
  switch (result) {
    case 'done': {
      const path = typeof next === 'string' ? next : await next();
      const said = renderSaid(person.phone, id, site.secrets[0] ?? '');
      return redirect(visit, `${path}?said=${said}`);
    }
    case 'limited':
      return sendNotice(visit, ({ problems }) => problems.tooMany, 429);
    case 'replayed':
      return sendNotice(visit, ({ problems }) => problems.staleForm, 409);
    default:
      return result satisfies never;
  }
};

/** What the hotline replied to the form that led to this page. */
export const readSaid = async ({ c, site, person }: MemberVisit): Promise<string | undefined> => {
  const id = parseSaid(c.req.query('said') ?? '', person.phone, site.secrets);
  return id === undefined ? undefined : replyToForm(site.services, id);
};

import type { TextCommand } from '#shared/conversation/commands/text-command.ts';
import { parseDay } from '#shared/conversation/parse/parse-day.ts';
import { erasePerson } from '../../use-cases/privacy/erase-person.ts';
import { runTextCommand } from '../../use-cases/texts/run-command.ts';
import type { UnitOfWork } from '../../use-cases/unit-of-work.ts';
import { runForm } from '../../use-cases/website/run-form.ts';
import { endSession } from '../frame/cookies.ts';
import { sendNotice } from '../frame/notice-page.tsx';
import type { PageRouter, SentForm } from '../frame/router.tsx';
import { actAndShow, readSaid } from '../frame/show-reply.ts';
import { isMember, type MemberVisit, redirect } from '../frame/visit.ts';
import { showLogin } from '../login/login-page.tsx';
import { mountLoginActs } from './login-acts.ts';
import { showMe } from './my-page.tsx';
import { mountOwnCamps } from './own-camps.tsx';
import { mountNameChoice } from './own-certificates.tsx';

/** Each choice of the page is the command that a text would give. */
const commands: Record<string, (visit: MemberVisit, form: SentForm) => TextCommand> = {
  on: () => ({ type: 'on' }),
  pause: (_, form) => {
    const days = daysOf(form.field('days'));
    return { type: 'pause', ...(days !== undefined && { days }) };
  },
  gave: ({ now }, form) => {
    const day = parseDay(form.field('day'), now);
    return { type: 'gave', ...(day && { day }) };
  },
  calls: () => ({ type: 'calls' }),
  texts: () => ({ type: 'texts' }),
  hide: () => ({ type: 'hide' }),
  show: () => ({ type: 'show' }),
  mydata: () => ({ type: 'mydata' }),
};

const daysOf = (typed: string): number | undefined => {
  const days = Number(typed);
  return typed !== '' && Number.isInteger(days) && days > 0 && days <= 365 ? days : undefined;
};

export const mountMe = (router: PageRouter): void => {
  const { site } = router;
  mountLoginActs(router);
  mountOwnCamps(router);
  mountNameChoice(router);
  router.get('/me', async (visit) => {
    if (isMember(visit, 'person')) return showMe(visit, await readSaid(visit));
    return visit.c.req.query('gone') === undefined
      ? showLogin(visit, { next: '/me' })
      : sendNotice(visit, ({ me }) => me.forgotten, 200);
  });
  router.postFor('person', '/me/forget', async (visit, form) => {
    const { phone: from } = visit.person;
    const event = { id: form.id, from, language: visit.language };
    // The page has asked again, and the person has logged in by a code on this very phone.
    const result = await runForm(site.services, event, (work) => erasePerson(work, from));
    if (result !== 'done') return sendNotice(visit, ({ problems }) => problems.tooMany, 429);
    endSession(site, visit.c);
    return redirect(visit, '/me?gone');
  });
  router.postFor('person', '/me/:action', (visit, form) => {
    const action = visit.c.req.param('action') ?? '';
    const command = Object.hasOwn(commands, action) ? commands[action]?.(visit, form) : undefined;
    if (!command) return sendNotice(visit, ({ problems }) => problems.notFound, 404);
    return actAndShow(visit, form.id, '/me', (work: UnitOfWork) =>
      runTextCommand(work, visit.person.phone, command, ''),
    );
  });
};

/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Person } from '#shared/people/person.ts';
import { changeBlock } from '../../../use-cases/operator/block-person.ts';
import { endRole } from '../../../use-cases/operator/remove-volunteer.ts';
import { openPerson } from '../../../use-cases/operator/show-person.ts';
import type { UnitOfWork } from '../../../use-cases/unit-of-work.ts';
import { setTrusted } from '../../../use-cases/volunteers/change-duty.ts';
import { ActionButton } from '../../frame/fields.tsx';
import { hasFreshLogin } from '../../frame/fresh-login.ts';
import { sendNotice } from '../../frame/notice-page.tsx';
import type { PageRouter } from '../../frame/router.tsx';
import { openPhone } from '../../frame/sealed-phone.ts';
import { actAndShow } from '../../frame/show-reply.ts';
import type { MemberVisit } from '../../frame/visit.ts';
import { showLogin } from '../../login/login-page.tsx';
import { askAgain, sendConsole } from '../console-frame.tsx';
import { maskedPhone, renderTime, wordsFor, zoneName } from '../console-visit.ts';
import type { ConsoleWords } from '../words/console-words.ts';

/* One person, masked, and what a coordinator may do about them. */

export type PersonAct = 'trust' | 'untrust' | 'remove' | 'block' | 'unblock';

type Known = { visit: MemberVisit; phone: Person['phone'] };

/** Notes what the act itself has not replied. */
const doAct: Record<PersonAct, (work: UnitOfWork, known: Known) => Promise<unknown>> = {
  trust: (work, { visit, phone }) => setTrusted(work, visit.person.phone, { phone, trusted: true }),
  untrust: (work, { visit, phone }) =>
    setTrusted(work, visit.person.phone, { phone, trusted: false }),
  remove: (work, { visit, phone }) => endRole(work, phone, visit.person.phone),
  block: async (work, { visit, phone }) => {
    const done = await changeBlock(work, phone, true, visit.person.phone);
    if (done === 'is-volunteer') work.notes.push(wordsFor(visit).person.isVolunteer);
  },
  unblock: (work, { visit, phone }) => changeBlock(work, phone, false, visit.person.phone),
};

const isPersonAct = (name: string): name is PersonAct => Object.hasOwn(doAct, name);

/** UNTRUST and UNBLOCK only bring back what is usual, so they are not asked again. */
const sureText: Partial<Record<PersonAct, (words: ConsoleWords['person']) => string>> = {
  trust: (words) => words.sureTrust,
  remove: (words) => words.sureRemove,
  block: (words) => words.sureBlock,
};

/** The acts that make sense for this person. No one acts on themselves. */
const actsFor = (person: Person, reader: Person): PersonAct[] => {
  if (person.phone === reader.phone) return [];
  const { trusted, blockedAt, volunteer } = person;
  return [
    trusted ? 'untrust' : 'trust',
    ...(volunteer ? (['remove'] as const) : []),
    ...(blockedAt !== undefined ? (['unblock'] as const) : []),
    ...(blockedAt === undefined && !volunteer ? (['block'] as const) : []),
  ];
};

const linesOf = (visit: MemberVisit, person: Person): [string, string | undefined | false][] => {
  const { person: words, roles, duty } = wordsFor(visit);
  const { donor, volunteer, requests, name } = person;
  const open = requests.filter((request) => request.open).map(({ code }) => code);
  return [
    [words.phone, maskedPhone(person.phone)],
    [words.name, name && `${[...name][0]}…`],
    [
      words.donor,
      donor && `${visit.phrases.group(donor.group)}, ${zoneName(visit, donor.place.zone)}`,
    ],
    [
      words.volunteer,
      volunteer &&
        `${roles[volunteer.role]}, ${zoneName(visit, volunteer.zone)}, ${volunteer.onDuty ? duty.on : duty.off}`,
    ],
    [words.trusted, person.trusted && words.yes],
    [words.blocked, person.blockedAt !== undefined && renderTime(visit, person.blockedAt)],
    [words.optedOut, person.optedOut && words.yes],
    [words.noTexts, person.unreachable && renderTime(visit, person.unreachable.at)],
    [words.noCalls, person.uncallable && renderTime(visit, person.uncallable.at)],
    [words.requests, open.join(', ')],
    [words.lastHeard, renderTime(visit, person.lastHeard)],
    [words.since, renderTime(visit, person.createdAt)],
  ];
};

const PersonBody = ({
  visit,
  person,
  path,
}: {
  visit: MemberVisit;
  person: Person;
  path: string;
}) => {
  const { person: words } = wordsFor(visit);
  return (
    <>
      <dl>
        {linesOf(visit, person).map(([name, value]) =>
          value ? (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ) : null,
        )}
      </dl>
      <p class="quiet">{words.recorded}</p>
      {actsFor(person, visit.person).map((act) => (
        <ActionButton visit={visit} action={`${path}/${act}`} plain>
          {words.acts[act]}
        </ActionButton>
      ))}
    </>
  );
};

const sendUnknownPerson = (visit: MemberVisit): Promise<Response> =>
  sendNotice(visit, ({ problems }) => problems.notFound, 404);

const phoneOf = ({ c, person, site }: MemberVisit): Person['phone'] | undefined =>
  openPhone(c.req.param('ref') ?? '', person.phone, site.secrets);

/** `/console/p/REF`: one person. That it was opened is in the trail. */
export const mountPerson = (router: PageRouter): void => {
  router.getFor('coordinator', '/console/p/:ref', async (visit) => {
    const phone = phoneOf(visit);
    const { services } = visit.site;
    const person = phone && (await openPerson(services, phone, visit.person.phone));
    if (!person) return sendUnknownPerson(visit);
    const path = `/console/p/${visit.c.req.param('ref')}`;
    const { title } = wordsFor(visit).person;
    return sendConsole(visit, title, <PersonBody visit={visit} person={person} path={path} />);
  });

  router.postFor('coordinator', '/console/p/:ref/:act', async (visit, form) => {
    const phone = phoneOf(visit);
    const act = visit.c.req.param('act') ?? '';
    if (!phone || phone === visit.person.phone || !isPersonAct(act))
      return sendUnknownPerson(visit);
    const { person: words, act: common } = wordsFor(visit);
    const back = `/console/p/${visit.c.req.param('ref')}`;
    const text = sureText[act]?.(words);
    if (text !== undefined && !hasFreshLogin(visit))
      return showLogin(visit, { next: `${back}/${act}`, kept: {}, again: true });
    if (text !== undefined && form.field('sure') !== 'yes')
      return askAgain(visit, {
        title: words.acts[act],
        text: `${maskedPhone(phone)}: ${text}`,
        action: `${back}/${act}`,
        back,
        fields: {},
      });
    return actAndShow(visit, form.id, back, async (work) => {
      await doAct[act](work, { visit, phone });
      if (work.replies.length + work.notes.length === 0) work.notes.push(common.done);
    });
  });
};

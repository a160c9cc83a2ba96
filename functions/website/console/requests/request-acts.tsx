/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { refusalReasons } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import { holdsPlace, isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { alertIdSchema } from '#shared/terms/ids.ts';
import { mayRing } from '../../../use-cases/calls/rings/ring-for-volunteer.ts';
import {
  type ConsoleAct,
  decideAsRead,
  mayChangeVerified,
  type NotDone,
} from '../../../use-cases/console/decide-as-read.ts';
import { HiddenFields, PageForm, SelectField, TextField } from '../../frame/fields.tsx';
import type { PageRouter, SentForm } from '../../frame/router.tsx';
import { actAndShow } from '../../frame/show-reply.ts';
import type { MemberVisit } from '../../frame/visit.ts';
import { askAgain } from '../console-frame.tsx';
import { maskedPhone, wordsFor } from '../console-visit.ts';
import type { ConsoleWords } from '../words/console-words.ts';
import { findSeenFile, sendUnknownRequest } from './find-request.ts';

/* What a volunteer may do about a request. Each form carries the version that its reader saw. */

type ActName = ConsoleAct['type'];

const pathOfAct = ({ code }: Request, name: ActName): string => `/console/r/${code}/${name}`;

const ActForm = ({
  visit,
  request,
  name,
  label,
  plain,
  children,
}: {
  visit: MemberVisit;
  request: Request;
  name: ActName;
  label: string;
  plain?: boolean;
  children?: Child;
}) => (
  <PageForm visit={visit} action={pathOfAct(request, name)}>
    <HiddenFields fields={{ version: String(request.version) }} />
    {children}
    <button type="submit" class={plain ? 'plain' : undefined}>
      {label}
    </button>
  </PageForm>
);

/** The acts that this volunteer has now; a note in their place when there are none. */
export const ActForms = ({ visit, request }: { visit: MemberVisit; request: Request }) => {
  const { act, list } = wordsFor(visit);
  const { person } = visit;
  const isVerifying = request.phase.type === 'verifying';
  const mayChange = mayChangeVerified(person, request);
  if (isClosed(request)) return null;
  if (!person.volunteer?.onDuty) return <p class="error">{list.offDuty}</p>;
  if (!isVerifying && !mayChange) return null;
  return (
    <section class="acts" aria-labelledby="acts">
      <h2 id="acts">{act.title}</h2>
      {mayRing(person, request) && <RingForms visit={visit} request={request} />}
      {isVerifying && <Verdict visit={visit} request={request} />}
      {mayChange && (
        <>
          <ActForm visit={visit} request={request} name="more" label={act.more} plain>
            <TextField name="units" inputmode="numeric" maxlength={2} label={act.units} value="1" />
          </ActForm>
          <ActForm visit={visit} request={request} name="stop" label={act.stop} plain>
            <Reason words={act} />
          </ActForm>
        </>
      )}
    </section>
  );
};

/** Rings the family, and each donor who is coming, through our number. */
const RingForms = ({ visit, request }: { visit: MemberVisit; request: Request }) => {
  const { act, pledges } = wordsFor(visit);
  const coming = request.pledges.filter(({ state, donor }) => donor && holdsPlace(state));
  return (
    <>
      <p class="quiet">{act.ringHelp}</p>
      {request.requester && (
        <ActForm visit={visit} request={request} name="ring" label={act.ringFamily} plain />
      )}
      {coming.map(({ alertId, donor, state }) => (
        <ActForm
          visit={visit}
          request={request}
          name="ring"
          label={`${act.ringDonor} ${maskedPhone(donor?.phone)} (${pledges[state]})`}
          plain
        >
          <HiddenFields fields={{ alert: alertId }} />
        </ActForm>
      ))}
    </>
  );
};

const Reason = ({ words }: { words: ConsoleWords['act'] }) => (
  <SelectField
    name="why"
    label={words.reason}
    empty={words.reasonOpen}
    choices={refusalReasons.map((value) => ({ value, label: words.reasons[value] }))}
  />
);

const Verdict = ({ visit, request }: { visit: MemberVisit; request: Request }) => {
  const { act } = wordsFor(visit);
  return (
    <>
      <p>{act.verifyHelp}</p>
      <ActForm visit={visit} request={request} name="verify" label={act.verify} />
      <ActForm visit={visit} request={request} name="unreachable" label={act.unreachable} plain />
      <ActForm visit={visit} request={request} name="refuse" label={act.refuse} plain>
        <Reason words={act} />
      </ActForm>
    </>
  );
};

const whyIn = (form: SentForm) => refusalReasons.find((why) => why === form.field('why'));

/** A form as an act; undefined when a field is wrong. */
const actOf: { [T in ActName]: (form: SentForm) => Extract<ConsoleAct, { type: T }> | undefined } =
  {
    verify: () => ({ type: 'verify' }),
    unreachable: () => ({ type: 'unreachable' }),
    refuse: (form) => ({ type: 'refuse', why: whyIn(form) }),
    stop: (form) => ({ type: 'stop', why: whyIn(form) }),
    ring: (form) => {
      const alertId = alertIdSchema.safeParse(form.field('alert'));
      return { type: 'ring', ...(alertId.success && { alertId: alertId.data }) };
    },
    more: (form) => {
      const units = form.field('units');
      return /^[1-9]\d?$/.test(units) ? { type: 'more', units: Number(units) } : undefined;
    },
  };

/** What cannot be undone is asked again. */
const sureText: Partial<Record<ActName, (act: ConsoleWords['act'], code: string) => string>> = {
  refuse: (act, code) => act.sureRefuse(code),
  stop: (act, code) => act.sureStop(code),
};

const isActName = (name: string): name is ActName => Object.hasOwn(actOf, name);

/** Why nothing was done, in words. For a settled request it says how. */
const noteOf = (words: ConsoleWords, why: NotDone, request: Request | undefined): string => {
  const { act, phases, closed } = words;
  switch (why) {
    case 'settled':
      return act.settled(
        request?.phase.type === 'closed'
          ? closed[request.phase.reason]
          : phases[request?.phase.type ?? 'closed'],
      );
    case 'changed':
      return act.changed;
    case 'off-duty':
      return act.offDuty;
    case 'not-yours':
      return act.notYours;
    case 'not-callable':
      return act.cannotRing;
  }
};

const decide = async (
  visit: MemberVisit,
  form: SentForm,
  request: Request,
  act: ConsoleAct,
): Promise<Response> => {
  const words = wordsFor(visit);
  const read = { requestId: request.id, version: Number(form.field('version')) };
  const { phone }: Person = visit.person;
  return actAndShow(visit, form.id, `/console/r/${request.code}`, async (work) => {
    const why = await decideAsRead(work, phone, read, act);
    if (why) work.notes.push(noteOf(words, why, await work.request(request.id)));
    else if (work.replies.length === 0)
      work.notes.push(act.type === 'ring' ? words.act.ringing : words.act.done);
  });
};

/** `POST /console/r/4821/verify` and the other acts. */
export const mountRequestActs = (router: PageRouter): void =>
  router.postFor('volunteer', '/console/r/:code/:act', async (visit, form) => {
    const words = wordsFor(visit);
    const file = await findSeenFile(visit, visit.c.req.param('code') ?? '');
    const name = visit.c.req.param('act') ?? '';
    if (!file || !isActName(name)) return sendUnknownRequest(visit);
    const { request } = file;
    const act = actOf[name](form);
    const back = `/console/r/${request.code}`;
    if (!act)
      return actAndShow(visit, form.id, back, async (work) => {
        work.notes.push(words.act.badUnits);
      });
    const sure = sureText[name]?.(words.act, request.code);
    if (sure === undefined || form.field('sure') === 'yes')
      return decide(visit, form, request, act);
    const { form: _, ...fields } = form.typed;
    return askAgain(visit, {
      title: words.request.title(request.code),
      text: sure,
      action: pathOfAct(request, name),
      back,
      fields,
    });
  });

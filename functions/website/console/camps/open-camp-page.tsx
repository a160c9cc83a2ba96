/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { addCampAnswer, completeCamp } from '#shared/conversation/dialogues/camp-dialogue.ts';
import type { CampDraft, campFields } from '#shared/people/camps/camp-refs.ts';
import { callOff, openPlannedCamp } from '../../../use-cases/camps/plan-camp.ts';
import { PageForm, SelectField, TextField } from '../../frame/fields.tsx';
import type { PageRouter, SentForm } from '../../frame/router.tsx';
import { actAndShow } from '../../frame/show-reply.ts';
import { hrefOf, type MemberVisit } from '../../frame/visit.ts';
import { askAgain, sendConsole } from '../console-frame.tsx';
import { wordsFor } from '../console-visit.ts';
import { campPageWords } from './camp-page-words.ts';
import { withCamp } from './find-camp.ts';

type Asked = Exclude<(typeof campFields)[number], 'summary'>;
const asked: readonly Asked[] = ['centre', 'venue', 'day', 'hours', 'teams', 'units'];
type Typed = Partial<Record<string, string>>;

const OpenForm = ({
  visit,
  typed = {},
  wrong = [],
}: {
  visit: MemberVisit;
  typed?: Typed;
  wrong?: readonly Asked[];
}) => {
  const words = campPageWords[visit.language];
  const labels: Record<Asked, string> = {
    centre: words.centre,
    venue: words.pin,
    day: words.day,
    hours: words.hours,
    teams: words.teams,
    units: words.wanted,
  };
  const hints: Partial<Record<Asked, string>> = {
    venue: 'Police Lines 211001',
    day: '13/12',
    hours: '9-14',
  };
  return (
    <PageForm visit={visit} action="/console/camps/open">
      {asked.map((name) => (
        <TextField
          name={name}
          label={labels[name]}
          hint={hints[name]}
          value={typed[name]}
          wrong={wrong.includes(name) ? words.wrong : undefined}
          required
        />
      ))}
      <SelectField
        name="rare"
        label={words.rare}
        value={typed['rare']}
        choices={[
          { value: 'no', label: wordsFor(visit).act.no },
          { value: 'yes', label: wordsFor(visit).act.yes },
        ]}
      />
      <p class="quiet">{words.openHelp}</p>
      <button type="submit">{words.open}</button>
    </PageForm>
  );
};

/** The plan in a form, and the fields that were not understood. */
const readPlan = (visit: MemberVisit, form: SentForm): { draft: CampDraft; wrong: Asked[] } => {
  const context = { gazetteer: visit.site.services.gazetteer, now: visit.now };
  let draft: CampDraft = {};
  const wrong: Asked[] = [];
  for (const field of asked) {
    const answered = addCampAnswer(draft, field, form.field(field), context);
    if (answered) draft = answered;
    else wrong.push(field);
  }
  return { draft, wrong };
};

/** `/console/camps/open`: a coordinator opens a camp by one form; the button that calls one off. */
export const mountOpenCamp = (router: PageRouter): void => {
  const titleOf = (visit: MemberVisit): string => campPageWords[visit.language].open;
  router.getFor('coordinator', '/console/camps/open', (visit) =>
    sendConsole(visit, titleOf(visit), <OpenForm visit={visit} />),
  );
  router.postFor('coordinator', '/console/camps/open', (visit, form) => {
    const { draft, wrong } = readPlan(visit, form);
    const plan = completeCamp(draft);
    if (!plan || wrong.length > 0) {
      const body = <OpenForm visit={visit} typed={form.typed} wrong={wrong} />;
      return sendConsole(visit, titleOf(visit), body, { status: 400 });
    }
    const asksRare = form.field('rare') === 'yes';
    return actAndShow(visit, form.id, '/console/camps', async (work) =>
      openPlannedCamp(work, visit.person.phone, { ...plan, asksRare }),
    );
  });
  router.postFor('coordinator', '/console/camps/:camp/off', (visit, form) =>
    withCamp(visit, (camp) => {
      const { callOff: title, callOffHelp: text } = campPageWords[visit.language];
      const back = `/console/camps/${camp.id}`;
      if (form.field('sure') !== 'yes')
        return askAgain(visit, { title, text, back, action: `${back}/off`, fields: {} });
      return actAndShow(visit, form.id, back, (work) => callOff(work, camp.id));
    }),
  );
};

/** Where a coordinator opens a camp. */
export const OpenLink = ({ visit }: { visit: MemberVisit }) => (
  <p>
    <a class="btn" href={hrefOf(visit, '/console/camps/open')}>
      {campPageWords[visit.language].open}
    </a>{' '}
    <a class="btn plain" href={hrefOf(visit, '/console/commend')}>
      {campPageWords[visit.language].commend}
    </a>
  </p>
);

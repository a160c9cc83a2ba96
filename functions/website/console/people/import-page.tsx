/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { parseDonorCsv } from '../../../import-export/donor-csv.ts';
import type { CsvRows } from '../../../import-export/table-lines.ts';
import { parseVolunteerCsv } from '../../../import-export/volunteer-csv.ts';
import type { Services } from '../../../ports/services.ts';
import { importDonor, importVolunteer } from '../../../use-cases/donors/import-people.ts';
import { allCoordinators } from '../../../use-cases/volunteers/find-volunteers.ts';
import { HiddenFields, PageForm, SelectField } from '../../frame/fields.tsx';
import type { PageRouter, SentForm } from '../../frame/router.tsx';
import { actAndShow } from '../../frame/show-reply.ts';
import { hrefOf, type MemberVisit } from '../../frame/visit.ts';
import { sendConsole } from '../console-frame.tsx';
import { wordsFor } from '../console-visit.ts';

/* A list that is pasted. The first page says what it would do; nothing is stored before the second. */

/** Lines of one list: a longer one is imported from the command line. */
const mostLines = 200;

type Kind = 'donors' | 'volunteers';
type Plan = {
  added: number;
  updated: number;
  refused: CsvRows<unknown>['refused'];
  run(): Promise<{ added: number; updated: number }>;
};

type Row = { phone: Parameters<Services['store']['person']>[0] };
type Importer<T> = (row: T) => Promise<'added' | 'updated'>;

const planOf = async <T extends Row>(
  { store }: Services,
  { rows, refused }: CsvRows<T>,
  role: 'donor' | 'volunteer',
  importRow: Importer<T>,
): Promise<Plan> => {
  const known = await store.persons(rows.map(({ row }) => row.phone));
  const have = new Set(known.filter((one) => one[role] !== undefined).map(({ phone }) => phone));
  const phones = new Set(rows.map(({ row }) => row.phone));
  const updated = [...phones].filter((phone) => have.has(phone)).length;
  return {
    added: phones.size - updated,
    updated,
    refused,
    run: async () => {
      const counts = { added: 0, updated: 0 };
      // One after another: a later line of the same person holds.
      for (const { row } of rows) counts[await importRow(row)] += 1;
      return counts;
    },
  };
};

const plans: Record<Kind, (services: Services, list: string) => Promise<Plan>> = {
  donors: (services, list) => {
    const { config, gazetteer, clock } = services;
    const parsed = parseDonorCsv(list, { config, gazetteer, now: clock.now() });
    return planOf(services, parsed, 'donor', (row) => importDonor(services, row));
  },
  volunteers: async (services, list) => {
    const coordinators = await allCoordinators(services);
    return planOf(services, parseVolunteerCsv(list, services), 'volunteer', (row) =>
      importVolunteer(services, row, coordinators),
    );
  },
};

const kindOf = (form: SentForm): Kind =>
  form.field('kind') === 'volunteers' ? 'volunteers' : 'donors';

const ImportForm = ({
  visit,
  kind,
  list,
  wrong,
}: {
  visit: MemberVisit;
  kind?: Kind;
  list?: string;
  wrong?: string;
}) => {
  const { import: words } = wordsFor(visit);
  return (
    <PageForm visit={visit} action="/console/import">
      <SelectField
        name="kind"
        label={words.kind}
        value={kind}
        choices={[
          { value: 'donors', label: words.donors },
          { value: 'volunteers', label: words.volunteers },
        ]}
      />
      <label for="list">{words.list}</label>
      <span class="hint" id="list-hint">
        {words.hint(mostLines)}
      </span>
      {wrong && (
        <span class="wrong" id="list-wrong">
          {wrong}
        </span>
      )}
      <textarea
        id="list"
        name="list"
        rows={12}
        spellcheck={false}
        required
        aria-describedby={wrong ? 'list-hint list-wrong' : 'list-hint'}
        aria-invalid={wrong ? 'true' : undefined}
      >
        {list}
      </textarea>
      <button type="submit">{words.preview}</button>
    </PageForm>
  );
};

const showPreview = (
  visit: MemberVisit,
  plan: Plan,
  fields: { kind: Kind; list: string },
): Promise<Response> => {
  const { import: words, act } = wordsFor(visit);
  return sendConsole(
    visit,
    words.previewTitle,
    <>
      <p class="big">{words.would(plan.added, plan.updated, plan.refused.length)}</p>
      {plan.refused.length > 0 && (
        <ul>
          {plan.refused.map(({ line, reason }) => (
            <li>{words.line(line, reason)}</li>
          ))}
        </ul>
      )}
      {plan.added + plan.updated > 0 && (
        <PageForm visit={visit} action="/console/import">
          <HiddenFields fields={{ ...fields, sure: 'yes' }} />
          <button type="submit">{words.go}</button>
        </PageForm>
      )}
      <a class="btn plain" href={hrefOf(visit, '/console/import')}>
        {act.no}
      </a>
    </>,
  );
};

/** `/console/import`: a pasted list, a preview of what it would do, and then the import. */
export const mountImport = (router: PageRouter): void => {
  router.getFor('coordinator', '/console/import', (visit) =>
    sendConsole(visit, wordsFor(visit).import.title, <ImportForm visit={visit} />),
  );

  router.postFor('coordinator', '/console/import', async (visit, form) => {
    const { services } = visit.site;
    const { import: words } = wordsFor(visit);
    const fields = { kind: kindOf(form), list: form.field('list') };
    if (fields.list.split('\n').length > mostLines + 1) {
      const body = <ImportForm visit={visit} {...fields} wrong={words.tooLong(mostLines)} />;
      return sendConsole(visit, words.title, body, { status: 400 });
    }
    const plan = await plans[fields.kind](services, fields.list);
    if (form.field('sure') !== 'yes') return showPreview(visit, plan, fields);
    return actAndShow(visit, form.id, '/console/import', async (work) => {
      const { added, updated } = await plan.run();
      const facts = { kind: fields.kind, added, updated };
      work.audit({ what: 'list-imported', who: visit.person.phone, facts });
      work.notes.push(words.done(added, updated));
    });
  });
};

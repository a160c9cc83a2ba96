import { type Commands, chooseCommand } from './commands/command.ts';
import { examine } from './commands/doctor.ts';
import { countDonors, exportDonors } from './commands/donors.ts';
import { importDonors, importVolunteers } from './commands/import.ts';
import { showRequest } from './commands/request.ts';
import { listRequests } from './commands/requests.ts';
import { runChoice } from './commands/run-choice.ts';
import { writeTemplates } from './commands/templates.ts';
import { trust, untrust } from './commands/trust.ts';

/* `npm run hotline -- COMMAND`: the operator's commands, against a running hotline or a stopped one. */

const commands: Commands = {
  'import donors': importDonors,
  'import volunteers': importVolunteers,
  requests: listRequests,
  request: showRequest,
  'donors export': exportDonors,
  'donors count': countDonors,
  trust,
  untrust,
  templates: writeTemplates,
  doctor: examine,
};

process.exitCode = await runChoice(chooseCommand(commands, process.argv.slice(2)), process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
});

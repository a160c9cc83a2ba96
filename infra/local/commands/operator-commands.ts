import { explainTexts } from '../explain-texts.ts';
import { backUp } from './backup.ts';
import type { Commands } from './command.ts';
import { runDoctor } from './doctor.ts';
import { countDonors, exportDonors } from './donors.ts';
import { importDonors, importVolunteers } from './import.ts';
import { showTrail } from './people/audit-trail.ts';
import { showConsent } from './people/consent.ts';
import { showOutlook } from './people/outlook.ts';
import {
  blockPersonCommand,
  forgetPersonCommand,
  removeVolunteerCommand,
  showPersonCommand,
  unblockPersonCommand,
} from './people/people.ts';
import { showReturns } from './people/returns.ts';
import { listPrompts } from './prompts.ts';
import { writeTemplates } from './registration/templates.ts';
import { showRequest } from './request.ts';
import { listRequests } from './requests.ts';
import { restore } from './restore.ts';
import { trust, untrust } from './trust.ts';
import { why } from './why.ts';

/** Every command of the operator; a test checks docs/operate.md against it. */
export const operatorCommands: Commands = {
  'import donors': importDonors,
  'import volunteers': importVolunteers,
  requests: listRequests,
  request: showRequest,
  why,
  'donors export': exportDonors,
  'donors count': countDonors,
  outlook: showOutlook,
  returns: showReturns,
  trust,
  untrust,
  'volunteers remove': removeVolunteerCommand,
  'people show': showPersonCommand,
  'people forget': forgetPersonCommand,
  'people block': blockPersonCommand,
  'people unblock': unblockPersonCommand,
  audit: showTrail,
  consent: showConsent,
  backup: backUp,
  restore,
  templates: writeTemplates,
  prompts: listPrompts,
  understand: explainTexts,
  doctor: runDoctor,
};

/** The paper forms of the catalogue, which a new form of the studio may begin with. Loaded with the studio. */

import creditPromise from '@tongban/measures/forms/F-05.form.json' with { type: 'json' };
import tolerantApplication from '@tongban/measures/forms/F-06.form.json' with { type: 'json' };
import tolerantNotice from '@tongban/measures/forms/F-07.form.json' with { type: 'json' };
import creditCertificate from '@tongban/measures/forms/F-08.form.json' with { type: 'json' };
import application from '@tongban/measures/mock-approval/forms/application.form.json' with { type: 'json' };
import circulation from '@tongban/measures/mock-approval/forms/circulation.form.json' with { type: 'json' };
import notice from '@tongban/measures/mock-approval/forms/notice.form.json' with { type: 'json' };
import promise from '@tongban/measures/mock-approval/forms/promise.form.json' with { type: 'json' };
import type { FormDocument } from '@tongban/model';

/** F-01 … F-08. */
export const paperForms: readonly FormDocument[] = [
  application,
  promise,
  notice,
  circulation,
  creditPromise,
  tolerantApplication,
  tolerantNotice,
  creditCertificate,
] as unknown as readonly FormDocument[];

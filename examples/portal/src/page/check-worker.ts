/** Checks measures beside the page, which goes on working meanwhile. */
import { answerChecks } from '@tongban/compile';

answerChecks(self);

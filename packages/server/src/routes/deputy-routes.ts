/** Addresses about standing deputies. */
import type { CaseService } from '@tongban/model';
import { type Route, route } from '../route.ts';
import { deputyBody, deputyPath, deputyQuery, readBody } from '../schemas.ts';

type Query = Parameters<CaseService['deputies']>[0];
type SetDeputy = Parameters<CaseService['setDeputy']>[0];

export const deputyRoutes: readonly Route[] = [
  route({
    id: 'listDeputies',
    method: 'GET',
    path: '/deputies',
    tag: 'people',
    summary: 'Who stands in for whom',
    query: deputyQuery,
    answers: 'Deputyship[]',
    run: ({ cases }, { query }) => cases.deputies(query as Query),
  }),
  route({
    id: 'listDeputyChoices',
    method: 'GET',
    path: '/deputies/choices',
    tag: 'people',
    summary: 'What a deputy of the one who asks can be limited to',
    answers: 'DeputyChoices',
    run: ({ cases }) => cases.deputyChoices(),
  }),
  route({
    id: 'setDeputy',
    method: 'POST',
    path: '/deputies',
    tag: 'people',
    summary: 'Have a colleague stand in between two instants',
    body: deputyBody,
    answers: 'CommandAnswer<{ deputyshipId }>',
    run: ({ cases }, { body }) => cases.setDeputy(body as SetDeputy),
  }),
  route({
    id: 'endDeputy',
    method: 'POST',
    path: '/deputies/{deputyshipId}/end',
    tag: 'people',
    summary: 'End a deputyship now',
    pathSchema: deputyPath,
    body: readBody,
    answers: 'CommandAnswer<{ deputyshipId }>',
    run: ({ cases }, { path, body }) => cases.endDeputy({ ...path, ...body }),
  }),
];

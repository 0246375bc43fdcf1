/** The codes of making copies of measures and of upgrading them; apart from the others, because an engine that only runs cases needs none of them. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  MEASURE_ID_TAKEN: {
    en: 'There is a measure "{measureId}" here already. Give the copy another id.',
    'zh-CN': '这里已经有标识为“{measureId}”的事项。请给副本另起一个标识。',
    kind: 'conflict',
    causes: 'A copy was made under the id of a measure or of another copy.',
  },
  MEASURE_ID_SHAPE: {
    en: 'The id "{measureId}" cannot be used. Begin it with a small letter, and use small letters, digits and hyphens only, at most 64.',
    'zh-CN': '标识“{measureId}”不能使用。请以小写字母开头，只用小写字母、数字和“-”，最多 64 个。',
    causes: 'An id with blanks, Chinese characters or capital letters.',
  },
  MEASURE_NOT_ABOVE: {
    en: 'The release {releaseId} was not published by a level above this one, so no copy is made from it and none goes over to it.',
    'zh-CN': '版本 {releaseId} 不是上级发布的，不能由它建立副本，也不能升级到它。',
    kind: 'notFound',
    causes: 'A wrong link; a release that the level above does not share with this one; a measure of the same level.',
  },
  MEASURE_NOT_UPGRADED: {
    en: 'The draft of "{measureId}" was not upgraded, or somebody went back already; there is nothing to go back to.',
    'zh-CN': '“{measureId}”的草稿没有升级过，或已经有人退回，没有可以回到的内容。',
    kind: 'conflict',
    causes: 'Somebody else went back already.',
  },
  MEASURE_BASE_OTHER: {
    en: 'The upgraded draft of "{measureId}" names {found} as its base, not the release {releaseId} that it goes over to.',
    'zh-CN': '“{measureId}”升级后的草稿所写的上级版本是 {found}，不是要升级到的 {releaseId}。',
    causes: 'The files were not made by an upgrade to this release.',
  },
} as const;

/** Makes the errors of copies. */
export const raiseCopy: Raise<keyof typeof table> = defineErrors(table);
